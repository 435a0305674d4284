import { SHOWN_STATUSES } from '@rt/rules';
import { count, date, id, inBoth, listOf, oneOfWords, orNull, text } from './schema-words';

export const SEVERITY = oneOfWords(['critical', 'high', 'medium', 'low']);

export const RULE_KIND = oneOfWords(['deadline', 'violation', 'quality']);

const STATUS = oneOfWords(SHOWN_STATUSES);

/** What the rules found, as both the file and the lists tell it. */
export const found = {
  id: text,
  rule: text,
  ruleVersion: count,
  severity: SEVERITY,
  subject: text,
  trigger: id,
  kind: RULE_KIND,
  arisesOn: date,
  dueOn: date,
  inputs: {
    type: 'object',
    additionalProperties: { type: ['string', 'number', 'boolean'] },
    description: 'The facts it rests on: codes, numbers and dates',
  },
  evidence: listOf(id),
  title: inBoth,
  text: { ...inBoth, description: 'What the finding says in the status it has' },
  whatToDo: {
    ...orNull(inBoth),
    description: 'What the case worker can do about it; null where nothing is left to do',
  },
  status: STATUS,
};
/** What a finding may have beside that. */
export const perhapsFound = {
  caseId: id,
  fulfilledOn: date,
  voidedOn: date,
  explainedOn: date,
  acknowledgedOn: date,
};
