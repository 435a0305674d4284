import { accept, refuse, type Command, type Deciders, type Situation, type Verdict } from '../decider';
import { currentVersion, upcast } from '../decode';
import { EVENT_TYPES, SPECS, type EventOf, type PersonalFileEvent } from '../vocabulary';
import type { Recorded } from '../event';
import type { EventId } from '../ids';
import { lastVerdicts } from '../history';
import { caseOf } from '../thing-ids';
import { isAboutEntries, type EntryEvent } from './entry.events';

type Entry = Recorded<PersonalFileEvent>;

/** Decides a corrected entry as if it were recorded anew, on the file without the original. */
export type DecideAnew = (original: Entry, command: Command, situation: Situation) => Verdict;

/** A correction may concern an event of any step, and steps do not import each other, so the function that decides a step is passed in. */
export const entryDeciders = (decideAnew: DecideAnew): Deciders<EntryEvent> => ({
  EntryCorrected: (command, situation) => {
    const { eventId, schemaVersion, data, occurredOn, occurredTime, caseId } = command.data;
    const original = situation.entries.get(eventId);
    if (!original) return refuse('UNKNOWN_ID', 'data.eventId');
    // A wrong correction is mended by another correction of the original entry.
    if (isAboutEntries(original.type) || isRedacted(eventId, situation))
      return refuse('CANNOT_BE_CORRECTED', 'data.eventId');
    const { type } = original;
    if (!Number.isInteger(schemaVersion) || schemaVersion < 1 || schemaVersion > currentVersion(type))
      return refuse('CANNOT_BE_CORRECTED', 'data.schemaVersion', { newest: currentVersion(type) });
    const anew = upcast(type, schemaVersion, data);
    const stays = keepsItsId(original, anew);
    if (!stays.accepted) return stays;
    const time = occurredTime === undefined ? original.occurredTime : (occurredTime ?? undefined);
    const inCase = caseOf(type, caseId === undefined ? original.caseId : (caseId ?? undefined), anew);
    return within(
      'data',
      decideAnew(
        original,
        {
          type,
          occurredOn: occurredOn ?? original.occurredOn,
          ...(time !== undefined && { occurredTime: time }),
          ...(inCase !== undefined && { caseId: inCase }),
          data: anew,
        } as Command,
        situation,
      ),
    );
  },
  EntryRetracted: ({ data: { eventId } }, situation) => {
    const original = situation.entries.get(eventId);
    if (!original) return refuse('UNKNOWN_ID', 'data.eventId');
    if (
      isAboutEntries(original.type) ||
      original.type === 'PersonalFileOpened' ||
      isRedacted(eventId, situation)
    )
      return refuse('CANNOT_BE_RETRACTED', 'data.eventId');
    if (lastVerdicts([...situation.entries.values()]).get(eventId)?.type === 'EntryRetracted')
      return refuse('ALREADY_RETRACTED', 'data.eventId');
    return original.type === 'CaseOpened' ? nothingHangsOn(original, situation) : accept;
  },
  /**
   * The corrections of an entry must be redacted before it, because they repeat its content. The opening says whose file it is and at which board;
   * without it, no user could be authorised. A redaction says who made which entry unreadable, and why. Both stay.
   */
  EntryRedacted: ({ data: { eventId } }, situation) => {
    const target = situation.entries.get(eventId);
    if (!target) return refuse('UNKNOWN_ID', 'data.eventId');
    const legible = [...situation.entries.values()].some(
      (entry) =>
        entry.type === 'EntryCorrected' && !isRedacted(entry.id, situation) && entry.data.eventId === eventId,
    );
    const stays = target.type === 'PersonalFileOpened' || target.type === 'EntryRedacted';
    return stays || legible || isRedacted(eventId, situation)
      ? refuse('CANNOT_BE_REDACTED', 'data.eventId')
      : accept;
  },
});

/** An entry also counts as redacted if an earlier step of the same batch redacts it. Its key still exists then. */
const isRedacted = (eventId: EventId, { entries }: Situation): boolean =>
  entries.get(eventId)?.redacted === true ||
  [...entries.values()].some((entry) => entry.type === 'EntryRedacted' && entry.data.eventId === eventId);

/** A correction may not change the id of the thing that the entry created, because other events refer to it. */
const keepsItsId = (original: Entry, anew: object): Verdict => {
  const kind = SPECS[original.type].creates;
  if (!kind) return accept;
  const idOf = (data: object): unknown => (data as Record<string, unknown>)[`${kind}Id`];
  return idOf(original.data) === idOf(anew) ? accept : refuse('CANNOT_BE_CORRECTED', `data.data.${kind}Id`);
};

/** The refusal of a corrected entry, with the path of its field inside the correction. */
const within = (field: string, verdict: Verdict): Verdict =>
  verdict.accepted
    ? verdict
    : { accepted: false, refusal: { ...verdict.refusal, field: `${field}.${verdict.refusal.field}` } };

/** A case that other entries belong to cannot be retracted: they would be left without a case. */
const nothingHangsOn = (opening: Recorded<EventOf<'CaseOpened'>>, { file }: Situation): Verdict => {
  const hanging = file
    .events(...EVENT_TYPES)
    .filter(
      ({ id, type, caseId, data }) => id !== opening.id && caseOf(type, caseId, data) === opening.data.caseId,
    );
  if (hanging.length === 0) return accept;
  const types = [...new Set(hanging.map(({ type }) => type))];
  return refuse('THINGS_HANG_ON_IT', 'data.eventId', { count: hanging.length, types: types.join(' ') });
};
