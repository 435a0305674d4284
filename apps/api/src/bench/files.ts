import { exampleId } from '@rt/domain';
import { withIdsOfFile } from '@rt/read-models/bench';
import type { Target } from './load';

/** A case worker of the demo directory, who has all files of the bench. */
export const OWNER = { userId: 'hl-farsta-1', unitId: 'farsta', boardId: 'sdn-farsta' } as const;

/** The ids of the files of the bench, in the order of creation. */
export type BenchFiles = readonly string[];

export const fileIdsOf = (streams: readonly string[]): BenchFiles =>
  streams.map((stream) => stream.slice(stream.indexOf('-') + 1));

/** One step in each file: a phone call with a relative who is recorded there. */
export const steps = (files: BenchFiles): readonly Target[] =>
  files.map((fileId, number) => ({
    path: `/api/v1/files/${fileId}/events`,
    body: JSON.stringify({
      type: 'ContactMade',
      occurredOn: '2025-11-20',
      data: {
        withPerson: false,
        partyIds: [withIdsOfFile(exampleId('party'), number)],
        direction: 'out',
        channel: 'phone',
        subjects: ['dailyLife'],
        purpose: 'Samordna ledsagning under våren',
        disclosed: true,
        text: 'Ringde och talade om tiderna för ledsagning. Önskar eftermiddagar, gärna samma person som tidigare.',
      },
    }),
  }));

export const openings = (files: BenchFiles): readonly Target[] =>
  files.map((fileId) => ({ path: `/api/v1/files/${fileId}` }));
