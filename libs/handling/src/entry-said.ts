import type { Command, PersonalFileEventType, Situation } from '@rt/domain';

/** The entry that a command says, and the place of its payload in the request. A correction contains the whole corrected entry. */
export const entryOf = (
  { type, data }: Command,
  { entries }: Situation,
): { readonly type: PersonalFileEventType; readonly data: object; readonly at: string } => {
  const entry = type === 'EntryCorrected' ? entries.get(data.eventId) : undefined;
  return type === 'EntryCorrected' && entry !== undefined
    ? { type: entry.type, data: data.data, at: 'data.data' }
    : { type, data, at: 'data' };
};
