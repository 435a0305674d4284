import type { AccessLogHead, AccessLogRepair, AccessLogVerification, LoggedAccess } from './access-log';
import { FIRST_PREV_HASH, type AccessSeal, type SealedAccess } from './access-seal';

/** The scopes of the notes that the log writes about itself. */
export const LOG_NOTES = {
  /** How many entries an upgrade took over from the first version. */
  upgraded: (entries: number): string => `rows=${entries}`,
  headLost: 'head=lost',
  /** The end of the log was behind its mark. */
  endLost: 'end=lost',
  markLost: 'mark=lost',
} as const;

/** A first and a last number. */
type Range = readonly [from: number, to: number];

/** What is wrong in a log, by the numbers of the entries. */
export interface AccessLogFaults {
  readonly entries: number;
  readonly takenOver: number;
  /** Entries that are there and not authentic. */
  readonly forged: readonly number[];
  /** Entries that are not there, or not authentic. */
  readonly lost: readonly Range[];
  /** Entries at the end that are not there. */
  readonly lostAtEnd: readonly Range[];
  /** Notes that the head or the mark was lost, so that entries before them may be missing; and entries that do not follow the one before. */
  readonly unsure: readonly {
    readonly number: number;
    readonly problem: 'headLost' | 'markLost' | 'changed';
  }[];
  readonly otherThanSigned: readonly number[];
  readonly repairs: readonly AccessLogRepair[];
}

/**
 * Goes through all entries. A gap that a repair has noted is no fault any more.
 * @param end what is known of the last entry, beside the entries themselves
 * @param signed heads that the log once had
 */
export const faultsIn = (
  all: Iterable<SealedAccess>,
  seal: AccessSeal,
  end: AccessLogHead | undefined,
  signed: readonly AccessLogHead[],
): AccessLogFaults => {
  const hashAt = new Map<number, string>([[0, FIRST_PREV_HASH]]);
  const asked = new Set(signed.map(({ entries }) => entries));
  const forged: number[] = [];
  const lost: Range[] = [];
  const unsure: AccessLogFaults['unsure'][number][] = [];
  const repairs: AccessLogRepair[] = [];
  let last: AccessLogHead = { entries: 0, hash: FIRST_PREV_HASH };
  let entries = 0;
  let takenOver = 0;
  for (const entry of all) {
    entries += 1;
    if (!seal.fits(entry)) {
      forged.push(entry.number);
      continue;
    }
    const { number, hash } = entry;
    if (number > last.entries + 1) lost.push([last.entries + 1, number - 1]);
    else if (entry.prevHash !== last.hash) unsure.push({ number, problem: 'changed' });
    last = { entries: number, hash };
    if (asked.has(number)) hashAt.set(number, hash);
    if (entry.action === 'repaired') repairs.push(repairIn(entry));
    if (entry.action !== 'takenOver') continue;
    if (entry.scope === LOG_NOTES.upgraded(number - 1)) takenOver = number - 1;
    else if (entry.scope === LOG_NOTES.headLost) unsure.push({ number, problem: 'headLost' });
    else if (entry.scope === LOG_NOTES.markLost) unsure.push({ number, problem: 'markLost' });
  }
  const isNoted = (number: number): boolean =>
    repairs.some((repair) => repair.lost.some(([from, to]) => from <= number && number <= to));
  const isExcused = (number: number): boolean => repairs.some(({ unsure: noted }) => noted.includes(number));
  const lostAtEnd: readonly Range[] =
    end !== undefined && end.entries > last.entries ? [[last.entries + 1, end.entries]] : [];
  const isOtherEnd = end !== undefined && end.entries === last.entries && end.hash !== last.hash;
  if (isOtherEnd) unsure.push({ number: last.entries, problem: 'changed' });
  return {
    ...{ entries, takenOver, forged, repairs },
    lost: lost.flatMap((range) => without(range, isNoted)),
    lostAtEnd,
    unsure: unsure.filter(({ number }) => !isExcused(number)),
    otherThanSigned: signed
      .filter((head) => hashAt.get(head.entries) !== head.hash && !isNoted(head.entries))
      .map((head) => head.entries),
  };
};

/** The parts of a range that are not noted. */
const without = ([from, to]: Range, isNoted: (number: number) => boolean): readonly Range[] => {
  const ranges: [number, number][] = [];
  for (let number = from; number <= to; number++) {
    const before = ranges.at(-1);
    if (isNoted(number)) continue;
    if (before !== undefined && before[1] === number - 1) before[1] = number;
    else ranges.push([number, number]);
  }
  return ranges;
};

/** The first fault, in the words of `verify`. */
export const verificationOf = (faults: AccessLogFaults): AccessLogVerification => {
  const { entries, takenOver, forged, lost, lostAtEnd, unsure, otherThanSigned, repairs } = faults;
  const end = Math.max(0, ...lost.map(([, to]) => to), entries);
  const [first] = [
    ...forged.map((brokenAt) => ({ brokenAt, problem: 'changed' as const })),
    ...lost.map(([brokenAt]) => ({ brokenAt, problem: 'changed' as const })),
    ...unsure.map(({ number: brokenAt, problem }) => ({ brokenAt, problem })),
    ...lostAtEnd.map(([brokenAt]) => ({ brokenAt, problem: 'cutTail' as const })),
    ...otherThanSigned.map((number) => ({
      brokenAt: Math.min(number, end + 1),
      problem: 'otherThanSigned' as const,
    })),
  ].sort((a, b) => a.brokenAt - b.brokenAt);
  return {
    ok: first === undefined,
    entries,
    takenOver,
    ...(repairs.length > 0 && { repairs }),
    ...first,
  };
};

/** The scope of a repair: `lost=3-5,9-9 unsure=12`. */
export const repairScope = (lost: readonly Range[], unsure: readonly number[]): string =>
  [
    ...(lost.length > 0 ? [`lost=${lost.map((range) => range.join('-')).join(',')}`] : []),
    ...(unsure.length > 0 ? [`unsure=${unsure.join(',')}`] : []),
  ].join(' ') || 'lost=none';

const repairIn = ({ number, at, userId, scope }: LoggedAccess): AccessLogRepair => {
  const part = (name: string): readonly string[] =>
    new RegExp(`(?:^| )${name}=([\\d,-]+)`).exec(scope ?? '')?.[1]?.split(',') ?? [];
  return {
    ...{ number, at, userId },
    lost: part('lost').map((text) => text.split('-').map(Number) as unknown as Range),
    unsure: part('unsure').map(Number),
  };
};
