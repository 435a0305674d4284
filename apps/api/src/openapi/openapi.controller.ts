import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access } from '../access/route-access';
import { API_INFO } from './api-info';
import { OpenApiDocument } from './document';
import { Operation } from './operation';

@ApiTags('schemas')
@Controller('api/v1')
export class OpenApiController {
  constructor(private readonly document: OpenApiDocument) {}

  @Get('openapi.json')
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

  @Get('api-info')
  @Access('openapi.read')
  @Operation({
    id: 'getApiInfo',
    sv: 'API:ets namn, version och livscykel, enligt den nationella REST API-profilen.',
    en: 'Name, version and life cycle of the API, as the national REST API profile has it',
    answer: { of: 'ApiInfo' },
  })
  info() {
    return API_INFO;
  }
}
