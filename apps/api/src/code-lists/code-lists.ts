import * as d from '@rt/domain';
import { SECTION_TITLES } from '@rt/read-models';
import { STATUS_WORDS } from '@rt/rules';
import { CASE_STATE_WORDS, KIND_WORDS, NOTICE_KIND_WORDS, SEVERITY_WORDS } from './words';

type Labels = Readonly<Record<string, d.Text>>;

const isCodeList = (exported: unknown): exported is d.field.CodeList =>
  Array.isArray(exported) && 'labels' in exported;

/** `PARTY_KINDS` is `partyKinds`. */
const nameOf = (constant: string): string =>
  constant.toLowerCase().replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** The lists that events take their codes from, by the names of their constants: a new list needs no row here. */
const OF_EVENTS = Object.fromEntries(
  Object.entries(d).flatMap(([name, exported]) =>
    isCodeList(exported) ? [[nameOf(name), exported.labels]] : [],
  ),
);

/** Every list of codes of the program, by name: those of the events, then those of the answers. The municipality's own lists are added when asked for. */
export const CODE_LISTS: Readonly<Record<string, Labels>> = {
  ...OF_EVENTS,
  eventTypes: d.TITLES,
  steps: Object.fromEntries(Object.entries(d.STEPS).map(([step, { title }]) => [step, title])),
  statuses: STATUS_WORDS,
  severities: SEVERITY_WORDS,
  ruleKinds: KIND_WORDS,
  noticeKinds: NOTICE_KIND_WORDS,
  caseStates: CASE_STATE_WORDS,
  sections: SECTION_TITLES,
};

export const listedCodes = (labels: Labels) =>
  Object.entries(labels).map(([code, label]) => ({ code, label }));
