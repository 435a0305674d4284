import type { Clock, EventStore } from '@rt/event-store';
import type { RulesetRepository } from '@rt/files';
import { inForceAt } from '@rt/rules';
import type { ReadDatabase } from '../database/read-database';
import { ALL_MODELS } from '../models';
import type { ReadModel } from '../read-model';
import {
  checkOwner,
  unprovedRows,
  type CheckPorts,
  type Owner,
  type ReadModelDifference,
} from './check-owner';
import { OWNER_KINDS, ownersIn, strangersBetween } from './owners';
import { readPass, writePass } from './scrub-pass';

export interface ScrubOptions {
  readonly store: EventStore;
  readonly db: ReadDatabase;
  readonly ruleset: RulesetRepository;
  readonly clock: Clock;
  readonly models?: readonly ReadModel[];
}

/** What one step of a scrub found and healed, and how far the pass is. */
interface ScrubStep {
  readonly differences: readonly ReadModelDifference[];
  /** The number of files and reviews in the step whose events cannot be read. */
  readonly damaged: number;
  /** When the pass began that the step belongs to. */
  readonly begunAt: string;
  /** The steps left in it; 0: the pass is over. */
  readonly left: number;
}

interface Pass {
  readonly begunAt: string;
  readonly owners: readonly Owner[];
  next: number;
  /** Owners with events that were not in the rows yet when they were looked at. */
  readonly again: Owner[];
}

/**
 * Compares the rows of the read models with what the events give, one file at a time, pass after pass, and heals what differs. It takes no notes of
 * a row: a changed row, a missing one and one of a file that never existed all differ from the events. The place in the pass survives a restart.
 */
export class Scrub {
  private pass: Pass | undefined;

  constructor(private readonly options: ScrubOptions) {}

  /** Looks at the next file, review or unit, and at the rows of unknown ones before it. */
  async step(): Promise<ScrubStep> {
    const pass = (this.pass ??= await this.begin());
    const { begunAt, owners } = pass;
    const ports = await checkPorts(this.options);
    const differences: ReadModelDifference[] = [];
    let damaged = 0;
    const isLast = pass.next >= owners.length;
    const known = isLast ? pass.again.splice(0) : owners.slice(pass.next, pass.next + 1);
    for (const owner of [...known, ...(await strangersBefore(ports, owners, pass.next))]) {
      const result = await checkOwner(ports, owner, true);
      if (result === 'damaged') damaged++;
      else if (result !== 'later') differences.push(...result);
      else if (!isLast && owner.isStranger !== true) pass.again.push(owner);
    }
    pass.next++;
    if (isLast) this.pass = undefined;
    const at = isLast
      ? { begunAt: this.options.clock.now(), place: null }
      : { begunAt, place: placeOf(owners[pass.next - 1]) };
    await writePass(this.options.db, at);
    return { differences, damaged, begunAt, left: isLast ? 0 : owners.length - pass.next + 1 };
  }

  /** Goes on where the last process ended. */
  private async begin(): Promise<Pass> {
    const saved = await readPass(this.options.db);
    const owners = await ownersIn(this.options.store);
    const place = saved?.place ?? '';
    const next = owners.findIndex((owner) => (placeOf(owner) ?? '') > place);
    return {
      begunAt: saved?.begunAt ?? this.options.clock.now(),
      owners,
      next: next < 0 ? owners.length : next,
      again: [],
    };
  }
}

/** Places sort as the owners do: `files` before `reviews` before `units`. */
const placeOf = (owner: Owner | undefined): string | null =>
  owner === undefined ? null : `${owner.of} ${owner.id}`;

/**
 * Compares all rows at once and heals nothing.
 * @param onProgress called with the number of files, reviews and units that were looked at
 */
export const compareAll = async (
  options: ScrubOptions,
  onProgress?: (owners: number) => void,
): Promise<readonly ReadModelDifference[]> => {
  const ports = await checkPorts(options);
  const owners = await ownersIn(options.store);
  const differences: ReadModelDifference[] = [];
  for (let index = 0; index <= owners.length; index++) {
    const some = [...owners.slice(index, index + 1), ...(await strangersBefore(ports, owners, index))];
    for (const owner of some) {
      const result = await checkOwner(ports, owner, false);
      if (result === 'damaged') differences.push(...(await unprovedRows(ports, owner)));
      // What cannot be said yet is about events of this minute: the rows follow them anyway.
      else if (result !== 'later') differences.push(...result);
    }
    onProgress?.(index);
  }
  return differences;
};

const checkPorts = async ({
  store,
  db,
  ruleset,
  models = ALL_MODELS,
}: ScrubOptions): Promise<CheckPorts> => ({
  store,
  db,
  models,
  inForce: inForceAt((await ruleset.load()).recorded),
});

/** Owners of rows that would stand before the n-th owner, and after the last one if n is their number. */
const strangersBefore = async (
  { db, models }: CheckPorts,
  owners: readonly Owner[],
  n: number,
): Promise<readonly Owner[]> => {
  const owner = owners[n];
  const previous = owners[n - 1];
  if (owner !== undefined)
    return strangersBetween(
      db,
      models,
      owner.of,
      previous?.of === owner.of ? previous.id : undefined,
      owner.id,
    );
  const lastOf = (of: Owner['of']) => owners.findLast((one) => one.of === of)?.id;
  const strangers: Owner[] = [];
  for (const of of OWNER_KINDS)
    strangers.push(...(await strangersBetween(db, models, of, lastOf(of), undefined)));
  return strangers;
};
