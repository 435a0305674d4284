import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { openingDocument, stepDocument, unitDocument } from '@rt/handling';
import { Access } from '../access/route-access';
import { Problem } from '../http/problem';
import { Operation } from '../openapi/operation';
import { RECORDABLE, RECORDABLE_IN_UNIT } from '../openapi/recordable';

const OPENING = 'PersonalFileOpened';

/** Returns the JSON Schema of each event type's input, generated from its checks, with the form that a page shows for it. */
@ApiTags('schemas')
@Controller('api/v1/schemas')
export class SchemasController {
  @Get(':eventType')
  @Access('schemas.read')
  @Operation({
    id: 'getSchema',
    sv: 'JSON Schema (2020-12) för vad som lämnas in för en händelsetyp, och formuläret rad för rad (x-form); för PersonalFileOpened det som POST /files tar.',
    en: 'JSON Schema (2020-12) of what is handed in for an event type, and its form line by line (x-form); for PersonalFileOpened what POST /files takes',
    path: {
      eventType: {
        schema: { type: 'string', enum: [OPENING, ...RECORDABLE, ...RECORDABLE_IN_UNIT] },
        description: 'Name of the event type',
        wants: { sv: 'namnet på en händelsetyp', en: 'the name of an event type' },
        read: (given) => given,
      },
    },
    answer: { of: 'StepSchema' },
    problems: ['NOT_FOUND'],
  })
  of(@Param('eventType') eventType: string) {
    if (eventType === OPENING) return openingDocument();
    const type = RECORDABLE.find((known) => known === eventType);
    if (type !== undefined) return stepDocument(type);
    const ofUnit = RECORDABLE_IN_UNIT.find((known) => known === eventType);
    if (ofUnit !== undefined) return unitDocument(ofUnit);
    throw new Problem('NOT_FOUND');
  }
}
