/** The events of the stream `ruleset-<municipality>`: rules and lists that apply from a day. */
import { law } from '../codes';
import * as f from '../declare';
import { titlesOf } from '../derived';

export const RULE_SCOPES = f.codeList({
  municipality: ['Hela kommunen', 'The whole municipality'],
  board: ['En nämnd', 'One board'],
  unit: ['En enhet', 'One unit'],
});

const ruleScope = {
  scope: f.code(RULE_SCOPES, 'Gäller för', 'Applies to'),
  scopeId: f.optional(
    f.directoryId('boardOrUnit', 'Nämnd eller enhet', 'Board or unit', {
      help: ['Utelämnas när det gäller hela kommunen', 'Left out where it applies to the whole municipality'],
    }),
  ),
};
/** Where a setting of a rule applies: in the whole municipality, or in the board or unit that `scopeId` names. */
export type RuleScope = f.Payload<typeof ruleScope>;

const ruleSetting = {
  ...ruleScope,
  ruleId: f.ruleId('Regel', 'Rule'),
  from: f.day('Från och med', 'From'),
};

/** One measure of an adopted list. */
const measureInList = {
  code: f.codeWord('Kod', 'Code'),
  title: f.part(
    { sv: f.shortText('På svenska', 'In Swedish'), en: f.shortText('På engelska', 'In English') },
    'Namn',
    'Name',
  ),
  statutes: f.statutes('Lagar (SFS-nummer)', 'Acts (SFS numbers)', {
    help: ['De lagar som insatsen beslutas enligt', 'The acts under which the measure is decided'],
  }),
  needsOrder: f.flag('Kräver beställning', 'Needs an order', {
    help: ['Om en utförare utför insatsen', 'Whether a provider performs the measure'],
  }),
  expenseAllowance: f.flag('Omkostnadsersättning', 'Expense allowance'),
};
/** A measure (insats) in the list of the municipality. */
export type Measure = f.Payload<typeof measureInList>;

/** One ground of an adopted list. */
const groundInList = {
  code: f.codeWord('Kod', 'Code'),
  title: f.part(
    { sv: f.shortText('På svenska', 'In Swedish'), en: f.shortText('På engelska', 'In English') },
    'Vad bestämmelsen tillåter',
    'What the section allows',
  ),
  law: law('Bestämmelse', 'Section'),
};
/** A section of law that allows a contact without a consent. */
export type LawfulGround = f.Payload<typeof groundInList>;

export const rulesetVocabulary = f.vocabulary({
  title: { sv: 'Regelverk', en: 'Ruleset' },
  events: {
    RuleParametersAdopted: f.event({
      title: { sv: 'Parametrar för en regel beslutade', en: 'Parameters of a rule adopted' },
      fields: { ...ruleSetting, parameters: f.settings('Parametrar', 'Parameters') },
    }),
    // Obligations of the rule that arise from that day on are dropped.
    RuleSuspended: f.event({
      title: { sv: 'Regel vilande', en: 'Rule suspended' },
      fields: { ...ruleSetting, reason: f.text('Skäl', 'Reason') },
    }),
    RuleResumed: f.event({ title: { sv: 'Regel åter i bruk', en: 'Rule resumed' }, fields: ruleSetting }),
    MeasuresAdopted: f.event({
      title: { sv: 'Kommunens insatser beslutade', en: 'The municipality’s measures adopted' },
      fields: {
        from: f.day('Från och med', 'From'),
        measures: f.parts(measureInList, 'Insatser', 'Measures', {
          min: 1,
          help: [
            'Hela listan, så som den gäller från den dagen',
            'The whole list, as it applies from that day',
          ],
        }),
      },
    }),
    LifeAreasAdopted: f.event({
      title: { sv: 'Kommunens livsområden beslutade', en: 'The municipality’s life areas adopted' },
      fields: {
        from: f.day('Från och med', 'From'),
        lifeAreas: f.codeWords('Livsområden', 'Life areas', {
          help: [
            'Hela listan, så som den gäller från den dagen',
            'The whole list, as it applies from that day',
          ],
        }),
      },
    }),
    // Offered in the form of a contact. A contact that names another section is recorded too.
    LawfulGroundsAdopted: f.event({
      title: {
        sv: 'Lagliga grunder för kontakt beslutade',
        en: 'Lawful grounds for a contact adopted',
      },
      fields: {
        from: f.day('Från och med', 'From'),
        source: f.text('Vem som har gått igenom dem', 'Who has gone through them', {
          help: ['Till exempel stadsjuristens yttrande', 'For example the opinion of the city’s lawyer'],
        }),
        grounds: f.parts(groundInList, 'Grunder', 'Grounds', {
          min: 1,
          help: [
            'Hela listan, så som den gäller från den dagen',
            'The whole list, as it applies from that day',
          ],
        }),
      },
    }),
  },
});

export type RulesetEvent = f.EventsIn<typeof rulesetVocabulary>;
export type RuleParametersAdopted = f.EventIn<typeof rulesetVocabulary, 'RuleParametersAdopted'>;
export type MeasuresAdopted = f.EventIn<typeof rulesetVocabulary, 'MeasuresAdopted'>;
export type LifeAreasAdopted = f.EventIn<typeof rulesetVocabulary, 'LifeAreasAdopted'>;
export type LawfulGroundsAdopted = f.EventIn<typeof rulesetVocabulary, 'LawfulGroundsAdopted'>;

/** The event types of settings, as a code list with their titles. */
export const SETTING_TITLES = titlesOf(rulesetVocabulary.events);
