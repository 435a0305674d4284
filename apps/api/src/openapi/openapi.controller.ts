import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access } from '../access/route-access';
import { OpenApiDocument } from './document';
import { Operation } from './operation';

@ApiTags('schemas')
@Controller('api/v1/openapi.json')
export class OpenApiController {
  constructor(private readonly document: OpenApiDocument) {}

  @Get()
  @Access('openapi.read')
  @Operation({
    id: 'getOpenApi',
    sv: 'Den här beskrivningen.',
    en: 'This description',
    answer: { of: 'JsonSchema' },
  })
  read() {
    return this.document.whole;
  }
}
