import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StoredShape } from '@rt/domain';

const folder = join(__dirname, 'events');

/** A stored event, envelope and payload, as a store holds it: before any upcasting. */
export interface Sample extends StoredShape {
  readonly file: string;
  readonly stream: string;
  readonly revision: number;
  readonly data: object;
}

/** A sample of every event shape that was ever stored, by stream and revision. Files are added, never changed. */
export const goldenSamples = (): readonly Sample[] =>
  readdirSync(folder)
    .map((file) => ({ ...(JSON.parse(readFileSync(join(folder, file), 'utf8')) as Sample), file }))
    .sort((a, b) => (a.stream < b.stream ? -1 : a.stream > b.stream ? 1 : a.revision - b.revision));

export const samplesOf = (
  streams: 'personalFile' | 'review' | 'ruleset' | 'erasures' | 'unit',
): readonly Sample[] => goldenSamples().filter(({ stream }) => stream.startsWith(`${streams}-`));
