import { TITLES, type PersonalFileEvent, type Recorded, type TakenOut } from '@rt/domain';
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

/** Prints that entries were taken out, by whom and when; never what they said. */
export const printTakenOut = (output: Output, takenOut: readonly TakenOut[]): void => {
  for (const { how, by, at } of takenOut) {
    const [sv, en] = how === 'redacted' ? ['maskerades', 'was redacted'] : ['makulerades', 'was retracted'];
    output.line(
      output.say({
        sv: `En anteckning ${sv} av ${by} ${localMoment(at)}.`,
        en: `An entry ${en} by ${by} at ${localMoment(at)}.`,
      }),
    );
  }
};

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
