/** The events of the stream `erasures-<boardId>`: which personal files the board has erased. They stay when the file is gone. */
import * as f from '../declare';
import type { FileId } from '../ids';

export const erasureVocabulary = f.vocabulary({
  title: { sv: 'Gallring', en: 'Erasure' },
  events: {
    // Is recorded before the file is deleted. `lastRevision` and `lastHash` are what the store believes the erasure by.
    FileErased: f.event({
      title: { sv: 'Personakt gallrad', en: 'Personal file erased' },
      day: { sv: 'Dagen akten gallrades', en: 'The day on which the file was erased' },
      fields: {
        fileId: f.plainId<FileId>('Akt', 'File'),
        ground: f.shortText('Grund', 'Ground', {
          help: [
            'Lagrum eller beslut, aldrig något om den enskilde: grunden finns kvar efter akten',
            'Section or decision, never anything about the person: the ground outlives the file',
          ],
        }),
        lastEntryOn: f.day('Sista anteckningen gjord', 'Last entry made on'),
        lastRevision: f.whole(0, Number.MAX_SAFE_INTEGER, 'Sista revision', 'Last revision'),
        lastHash: f.shortText('Kontrollsumma', 'Checksum', {
          help: ['Den sista händelsens, SHA-256', 'Of the last event, SHA-256 in hex'],
        }),
      },
    }),
  },
});

export type ErasureEvent = f.EventsIn<typeof erasureVocabulary>;
export type FileErased = f.EventIn<typeof erasureVocabulary, 'FileErased'>;
