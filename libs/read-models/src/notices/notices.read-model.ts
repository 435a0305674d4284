import { createHash } from 'node:crypto';
import { dayOf, latest, type EventId, type FileId } from '@rt/domain';
import { rulesVersion } from '../findings/findings.read-model';
import { foundIn } from '../found-in';
import { rowHoldersFor } from '../holders/row-holders';
import type { FileModel } from '../read-model';
import { newsIn } from './notice-kinds';
import { noticesTable } from './notices.table';
import { turnsOf } from './turns';

/** The notices for the case worker who has a file and for the unit manager, each thing once. */
export const notices: FileModel = {
  name: 'notices',
  version: `7 ${rulesVersion}`,
  readsRuleset: true,
  tables: [noticesTable],
  rowsOf: (reading, inForce, emit) => {
    const { fileId, file, recorded } = reading;
    const news = newsIn(file, foundIn(reading, inForce));
    if (news.length === 0) return;
    const entries = new Map(recorded.map((event) => [event.id, event]));
    const turns = turnsOf(reading, inForce);
    const holdersFor = rowHoldersFor(file);
    for (const { key, from, until, ...item } of news) {
      const turn = turns.get(key);
      const learntBy = turn ?? entries.get(item.eventId);
      if (learntBy === undefined) continue;
      const knownAt = learntBy.recordedAt;
      const appearsOn = latest(from, dayOf(knownAt));
      // It ended before it became known, so there is nothing to tell.
      if (until !== undefined && until <= appearsOn) continue;
      const row = {
        fileId,
        id: noticeId(fileId, key, turn?.id),
        kind: item.kind,
        rule: item.rule ?? null,
        obligationId: item.obligationId ?? null,
        eventType: item.eventType ?? null,
        numbers: item.numbers === undefined ? null : JSON.stringify(item.numbers),
        eventId: item.eventId,
        caseId: item.caseId ?? null,
        dueOn: item.dueOn ?? null,
        appearsOn,
        endsOn: until ?? null,
        knownAt,
      };
      for (const holder of holdersFor(item.workerId)) emit(noticesTable, { ...row, ...holder });
    }
  },
};

/** A UUID (version 8) made from what the notice is about. Neither file nor rule can be computed from it, so it may be shown where they may not. */
const noticeId = (fileId: FileId, key: string, turn: EventId | undefined): string => {
  const hash = createHash('sha256')
    .update(JSON.stringify([fileId, key, turn ?? null]))
    .digest('hex');
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
};
