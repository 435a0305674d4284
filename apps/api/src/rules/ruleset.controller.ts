import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { RulesetRepository } from '@rt/files';
import { Access } from '../access/route-access';
import type { Answer } from '../openapi/answers';
import { READ_AFTER_HEADER } from '../openapi/headers';
import { Operation } from '../openapi/operation';

/** The municipality's own settings, for a reader who replays a file with the program's own rules. */
@ApiTags('rules')
@Controller('api/v1/ruleset')
export class RulesetController {
  constructor(private readonly ruleset: RulesetRepository) {}

  @Get()
  @Access('ruleset.read')
  @Operation({
    id: 'getRuleset',
    sv: 'Kommunens egna inställningar i antecknad ordning, var och en med när den antecknades: det som en uppspelning av en akt behöver utöver aktens händelser.',
    en: 'The settings of the municipality in the order of recording, each with when it was recorded: what a replay of a file needs beside the events of the file',
    headers: [READ_AFTER_HEADER],
    answer: { of: 'Ruleset' },
    problems: ['NOT_ALLOWED'],
  })
  async read(): Promise<Answer<'Ruleset'>> {
    const { recorded } = await this.ruleset.load();
    return {
      settings: recorded.map(({ type, revision, occurredOn, recordedAt, data }) => ({
        type,
        revision,
        occurredOn,
        recordedAt,
        data,
      })),
    };
  }
}
