import { codeList, type CodeList } from './declare';
import type { LocalDate } from './calendar';
import type { LifeAreaCode, MeasureCode } from './codes';
import { DEFAULT_LAWFUL_GROUNDS } from './lawful-grounds';
import type { LawfulGround, Measure } from './ruleset/ruleset.events';

const SOL = ['2001:453', '2025:400'];
const LSS = ['1993:387'];

const measure = (
  code: MeasureCode,
  sv: string,
  en: string,
  statutes: readonly string[],
  needsOrder: boolean,
  expenseAllowance = false,
): Measure => ({ code, title: { sv, en }, statutes, needsOrder, expenseAllowance });

/** The measures that apply until the municipality adopts a list of its own. Source: the design's list of measures. */
export const DEFAULT_MEASURES: readonly Measure[] = [
  measure('ledsagning', 'Ledsagning', 'Companion service (SoL)', SOL, true, true),
  measure('ledsagarservice', 'Ledsagarservice', 'Companion service (LSS)', LSS, true, true),
  measure('kontaktperson', 'Kontaktperson', 'Contact person', [...SOL, ...LSS], false, true),
  measure('avlosarservice', 'Avlösarservice', 'Relief service', [...SOL, ...LSS], true),
  measure('korttidsvistelse', 'Korttidsvistelse', 'Short stay away from home', [...SOL, ...LSS], true),
  measure('korttidstillsyn', 'Korttidstillsyn', 'Short-term supervision of youth over 12', LSS, true),
  measure('boendestod', 'Boendestöd', 'Housing support', SOL, true),
  measure('sysselsattning', 'Sysselsättning', 'Occupational activity', SOL, true),
  measure('dagligVerksamhet', 'Daglig verksamhet', 'Daily activities', LSS, true),
  measure(
    'bostadMedSarskildService',
    'Bostad med särskild service',
    'Residence with special service',
    [...SOL, ...LSS],
    true,
  ),
  measure('personligAssistans', 'Personlig assistans', 'Personal assistance', LSS, true),
];

/** The life areas that apply until the municipality adopts a list of its own: the areas of IBIC (Socialstyrelsen 2021-2-7203). */
export const DEFAULT_LIFE_AREAS: CodeList = codeList({
  learning: ['Lärande och att tillämpa kunskap', 'Learning and applying knowledge'],
  generalTasks: ['Allmänna uppgifter och krav', 'General tasks and demands'],
  communication: ['Kommunikation', 'Communication'],
  mobility: ['Förflyttning', 'Mobility'],
  personalCare: ['Personlig vård', 'Personal care'],
  domesticLife: ['Hemliv', 'Domestic life'],
  relations: ['Mellanmänskliga interaktioner och relationer', 'Interpersonal interactions and relationships'],
  workAndEconomy: [
    'Utbildning, arbete, sysselsättning och ekonomiskt liv',
    'Education, work, occupation and economic life',
  ],
  communityLife: ['Samhällsgemenskap, socialt och medborgerligt liv', 'Community, social and civic life'],
  safety: ['Känsla av trygghet', 'Feeling of safety'],
  relativesSupport: [
    'Personligt stöd från person som vårdar eller stödjer närstående',
    'Personal support from a person who cares for or supports a relative',
  ],
});

/** The lists that a municipality has adopted, by day. */
export interface Configuration {
  measuresOn(day: LocalDate): readonly Measure[];
  lifeAreasOn(day: LocalDate): readonly LifeAreaCode[];
  lawfulGroundsOn(day: LocalDate): readonly LawfulGround[];
}

export const DEFAULT_CONFIGURATION: Configuration = {
  measuresOn: () => DEFAULT_MEASURES,
  lifeAreasOn: () => DEFAULT_LIFE_AREAS,
  lawfulGroundsOn: () => DEFAULT_LAWFUL_GROUNDS,
};
