import { asHistory, DEFAULT_CONFIGURATION, fileAt, recorded } from '@rt/domain';
import { DEFAULT_RULESET, findingsOfRule, RULES, type Rule } from './index';

const rule = RULES.find(({ id }) => id === 'order-unspecific') as Rule;

const isSpecified = (task: string, measure: string): boolean => {
  const opened = recorded('PersonalFileOpened', '2026-01-02');
  const order = recorded('OrderSent', '2026-03-02', { task, measure });
  const file = fileAt(asHistory([opened, order]));
  const [found] = findingsOfRule(rule, file, DEFAULT_RULESET, DEFAULT_CONFIGURATION);
  return found === undefined;
};

describe('the task of an order', () => {
  it.each([
    ['Ledsagning 20 tim/mån', 'ledsagning'],
    ['Ledsagning enl. beslut', 'ledsagning'],
    ['LEDSAGNING', 'ledsagning'],
    ['Utföra ledsagning för den enskilde', 'ledsagning'],
    ['Utföra ledsagning för Elsa Exempelsson', 'ledsagning'],
    ['Ledsagarinsats upp till 15h per månad', 'ledsagarservice'],
    ['Ledsagarservice enligt LSS 9 § 3', 'ledsagarservice'],
    ['Beviljad insats enligt beslut, se bilaga', 'ledsagarservice'],
    ['Boendestöd 3 ggr/vecka', 'boendestod'],
    ['Boendestöd två gånger i veckan, ca 4 tim', 'boendestod'],
    ['Avlösarservice i hemmet fr.o.m. 2026-03-01', 'avlosarservice'],
    ['Avlösning 10 tim', 'avlosarservice'],
    ['Daglig verksamhet 5 dagar/v', 'dagligVerksamhet'],
    ['Korttidsvistelse utanför det egna hemmet 4 dygn/mån', 'korttidsvistelse'],
    ['Personlig assistans tills vidare', 'personligAssistans'],
    ['?', 'ledsagning'],
  ])('%s says nothing more than the measure', (task, measure) => {
    expect(isSpecified(task, measure)).toBe(false);
  });

  it.each([
    ['Ledsagning till simhall', 'ledsagning'],
    ['Följa med och handla mat på torsdagar', 'ledsagning'],
    ['Stöd med städning och tvätt 3 ggr/vecka', 'boendestod'],
    ['Avlösa föräldrarna på kvällen', 'avlosarservice'],
  ])('%s says what is to be done', (task, measure) => {
    expect(isSpecified(task, measure)).toBe(true);
  });
});
