import {
  effectiveEvents,
  foldFile,
  on,
  partyOn,
  type LocalDate,
  type PartyId,
  type PersonalFile,
  type PersonalFileEvent,
  type Recorded,
  type Text,
} from '@rt/domain';
import { createContext, useContext } from 'react';
import type { ApiAnswer } from '../api/client';
import type { FileFinding, FileHistory, FileThread } from './file-queries';

export type FileEntry = Recorded<PersonalFileEvent>;

/** A file as the page reads it: what the server says of it, and its history folded once. */
export interface ReadFile {
  readonly fileId: string;
  readonly today: LocalDate;
  readonly as: ApiAnswer<'File'>['as'];
  readonly file: PersonalFile;
  /** As they read today, corrections made, in order of occurrence. */
  readonly events: readonly FileEntry[];
  readonly byId: ReadonlyMap<string, FileEntry>;
  readonly history: FileHistory;
  readonly findings: readonly FileFinding[];
  readonly threads: readonly FileThread[];
  /** Whether the reader may record steps in it. */
  readonly mayRecord: boolean;
}

/** Whether somebody who reads a file so may record steps in it. */
export const mayRecordAs = ({ role, relation }: ApiAnswer<'File'>['as']): boolean =>
  role === 'caseWorker' && (relation === 'assigned' || relation === 'substitute');

export const readFile = (answer: ApiAnswer<'File'>, history: FileHistory): ReadFile => {
  const events = effectiveEvents(history.recorded);
  return {
    fileId: answer.fileId,
    today: on(answer.on),
    as: answer.as,
    file: foldFile(events),
    events,
    byId: new Map(events.map((event) => [event.id, event])),
    history,
    findings: answer.findings as unknown as readonly FileFinding[],
    threads: answer.threads as unknown as readonly FileThread[],
    mayRecord: mayRecordAs(answer.as),
  };
};

/** What the page knows of codes and ids: measures, users, units. */
export interface Names {
  measure(code: string): Text;
  user(userId: string): Text;
}

interface Shown {
  readonly read: ReadFile;
  readonly names: Names;
}

export const FileContext = createContext<Shown | undefined>(undefined);

export const useFile = (): Shown => {
  const shown = useContext(FileContext);
  if (shown === undefined) throw new Error('useFile is called outside a file');
  return shown;
};

/** The name of a party of the file today. */
export const partyName = (
  { file, today }: ReadFile,
  partyId: PartyId | null | undefined,
): string | undefined => {
  const party = file.get('party', partyId);
  return party && partyOn(party, today).name;
};
