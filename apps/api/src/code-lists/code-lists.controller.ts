import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DEFAULT_LIFE_AREAS, legalBasesOf } from '@rt/domain';
import { RulesetRepository } from '@rt/files';
import { Access } from '../access/route-access';
import { FileAccess } from '../access/file-access';
import type { Answer } from '../openapi/answers';
import { Operation } from '../openapi/operation';
import { CODE_LISTS, listedCodes } from './code-lists';

/** Returns every code that a field may have, with its Swedish and English label. */
@ApiTags('schemas')
@Controller('api/v1/code-lists')
export class CodeListsController {
  constructor(
    private readonly ruleset: RulesetRepository,
    private readonly access: FileAccess,
  ) {}

  @Get()
  @Access('schemas.read')
  @Operation({
    id: 'listCodeLists',
    sv: 'Kodlistorna: varje kod som ett fält kan ha, med svensk och engelsk benämning. Insatser, livsområden och lagliga grunder är de som kommunen har i dag. Lagrummen säger vilka som hör till vilken insats, och sedan när.',
    en: 'The code lists: every code that a field may have, with its Swedish and English label. Measures, life areas and lawful grounds are those of the municipality today. The legal bases say which sections go with which measure, and since when',
    answer: { of: 'CodeLists' },
  })
  async list(): Promise<Answer<'CodeLists'>> {
    const { configuration } = await this.ruleset.load();
    const { today } = this.access;
    return {
      legalBases: legalBasesOf(configuration.measuresOn(today)),
      lists: {
        ...Object.fromEntries(
          Object.entries(CODE_LISTS).map(([name, labels]) => [name, listedCodes(labels)]),
        ),
        lawfulGrounds: configuration
          .lawfulGroundsOn(today)
          .map(({ code, title }) => ({ code, label: title })),
        measures: configuration.measuresOn(today).map(({ code, title }) => ({ code, label: title })),
        lifeAreas: configuration.lifeAreasOn(today).map((code) => ({
          code,
          label: DEFAULT_LIFE_AREAS.labels[code] ?? { sv: code, en: code },
        })),
      },
    };
  }
}
