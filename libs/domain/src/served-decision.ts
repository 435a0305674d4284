/** Corrections of a decision that was sent to the person. They combine the steps of decisions and entries. */
import type { LocalDate } from './calendar';
import { accept, refuse, type Command, type Situation, type Verdict } from './decider';
import { contentOf } from './decision/decision.facts';
import { currentVersion, upcast } from './decode';
import { entryNow } from './entry/entry.facts';
import type { Recorded } from './event';
import type { DecisionId } from './ids';
import type { PersonalFileEvent } from './vocabulary';

/** Whether a correction changes the content of a decision that was sent to the person. Only the unit manager may do that. */
export const correctsServedDecision = (command: Command, situation: Situation): boolean =>
  serviceCorrected(command, situation) !== undefined;

/** A correction of what was sent cannot be dated before it was sent: it would look as if the person had got the corrected decision. */
export const notBeforeService = (command: Command, situation: Situation): Verdict => {
  const start = serviceCorrected(command, situation);
  return start !== undefined && command.occurredOn < start
    ? refuse('END_BEFORE_START', 'occurredOn', { start, end: command.occurredOn })
    : accept;
};

/** The day on which the decision was sent whose content a correction changes. */
const serviceCorrected = (command: Command, { file, entries }: Situation): LocalDate | undefined => {
  if (command.type !== 'EntryCorrected') return undefined;
  const { eventId, schemaVersion, data } = command.data;
  const original = entries.get(eventId);
  if (original === undefined || original.redacted || !isDecisionContent(original)) return undefined;
  if (!Number.isInteger(schemaVersion) || schemaVersion < 1 || schemaVersion > currentVersion(original.type))
    return undefined;
  const anew = upcast(original.type, schemaVersion, data);
  if (contentOf(entryNow(entries, original)) === contentOf(anew)) return undefined;
  return file
    .get('decision', (original.data as { readonly decisionId?: DecisionId }).decisionId)
    ?.since('DecisionServed')
    .find((served) => served.occurredOn >= original.occurredOn)?.occurredOn;
};

const isDecisionContent = ({ type }: Recorded<PersonalFileEvent>): boolean =>
  type === 'DecisionMade' || type === 'DecisionChanged' || type === 'DecisionCorrected';
