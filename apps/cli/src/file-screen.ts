import {
  decisionMarks,
  type CaseId,
  RETRACTION_KINDS,
  TITLES,
  type LocalDate,
  type PersonalFile,
  type PersonalFileEvent,
  type Recorded,
  type TakenOut,
  type Text,
} from '@rt/domain';
import { STATUS_WORDS, type ReplayedFinding } from '@rt/rules';
import { localMoment } from './moment-text';
import type { Output } from './output';

/** Prints the events of a file or a case: what happened, when it happened, and when it was recorded. */
export const printEvents = (output: Output, events: readonly Recorded<PersonalFileEvent>[]): void => {
  if (events.length === 0) {
    output.line(output.say({ sv: 'Ingenting hade hänt.', en: 'Nothing had happened.' }));
    return;
  }
  output.table(
    [
      { sv: 'Dag', en: 'Day' },
      { sv: 'Steg', en: 'Step' },
      { sv: 'Antecknat', en: 'Recorded' },
      { sv: 'Av', en: 'By' },
    ],
    events.map(({ occurredOn, occurredTime, type, recordedAt, recordedBy }) => [
      occurredTime === undefined ? occurredOn : `${occurredOn} ${occurredTime}`,
      output.say(TITLES[type]),
      localMoment(recordedAt),
      recordedBy,
    ]),
  );
};

/** Prints that entries were taken out, by whom, when and why; never what they said. */
export const printTakenOut = (output: Output, takenOut: readonly TakenOut[]): void => {
  for (const { how, by, at, kind } of takenOut) {
    const [sv, en] = how === 'redacted' ? ['maskerades', 'was redacted'] : ['makulerades', 'was retracted'];
    const why = kind && RETRACTION_KINDS.labels[kind];
    output.line(
      output.say({
        sv: `En anteckning ${sv} av ${by} ${localMoment(at)}${why ? `: ${why.sv}` : ''}.`,
        en: `An entry ${en} by ${by} at ${localMoment(at)}${why ? `: ${why.en}` : ''}.`,
      }),
    );
  }
};

/** Prints what is to be known wherever a decision is shown: that it was corrected after it was sent, and that its content is a court's. */
export const printDecisionMarks = (output: Output, file: PersonalFile, caseId?: CaseId): void => {
  const decisions = file
    .things('decision')
    .filter(({ created }) => caseId === undefined || created.caseId === caseId);
  for (const decision of decisions)
    for (const { on, text, ...court } of Object.values(decisionMarks(decision)) as readonly Mark[]) {
      const number = court.courtCaseNumber === undefined ? '' : `, ${court.courtCaseNumber}`;
      const madeOn = decision.created.occurredOn;
      output.line(
        output.say({
          sv: `Beslutet ${madeOn}: ${text.sv} ${on}${number}.`,
          en: `The decision of ${madeOn}: ${text.en} ${on}${number}.`,
        }),
      );
    }
};

type Mark = { readonly on: LocalDate; readonly text: Text; readonly courtCaseNumber?: string };

/** Prints the findings of the rules in the file. */
export const printFileFindings = (output: Output, findings: readonly ReplayedFinding[]): void => {
  if (findings.length === 0) {
    output.line(output.say({ sv: 'Reglerna finner ingenting.', en: 'The rules find nothing.' }));
    return;
  }
  output.table(
    [
      { sv: 'Status', en: 'Status' },
      { sv: 'Förfaller', en: 'Due' },
      { sv: 'Regel', en: 'Rule' },
      { sv: 'Vad', en: 'What' },
    ],
    findings.map(({ status, dueOn, rule, text }) => [
      output.say(STATUS_WORDS[status]),
      dueOn,
      rule,
      output.say(text),
    ]),
  );
};
