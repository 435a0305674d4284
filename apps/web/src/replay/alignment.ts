/** Two replays of one file beside each other: the events and the findings of both, each in one row. */
import { isDeepEqual } from './deep-equal';
import type { Replay, ReplayedFinding } from '@rt/rules';
import type { FileEntry } from '../file/read-file';

/** One thing on both sides; undefined where a side does not have it. */
export interface AlignedRow<T> {
  readonly id: string;
  readonly left: T | undefined;
  readonly right: T | undefined;
  readonly differs: boolean;
}

const align = <T extends { readonly id: string }>(
  left: readonly T[],
  right: readonly T[],
  isSame: (a: T, b: T) => boolean,
): readonly AlignedRow<T>[] => {
  const onRight = new Map(right.map((each) => [each.id, each]));
  const onLeft = new Set(left.map(({ id }) => id));
  return [
    ...left.map((one) => {
      const other = onRight.get(one.id);
      return { id: one.id, left: one, right: other, differs: other === undefined || !isSame(one, other) };
    }),
    ...right
      .filter(({ id }) => !onLeft.has(id))
      .map((one) => ({ id: one.id, left: undefined, right: one, differs: true })),
  ];
};

/** The events of both sides, in the order of occurrence. Said otherwise counts as a difference. */
export const alignedEvents = (left: Replay, right: Replay): readonly AlignedRow<FileEntry>[] =>
  [
    ...align(
      left.events,
      right.events,
      (a, b) => a.occurredOn === b.occurredOn && isDeepEqual(a.data, b.data),
    ),
  ].sort((a, b) => (dayOfRow(a) < dayOfRow(b) ? -1 : dayOfRow(a) > dayOfRow(b) ? 1 : 0));

const dayOfRow = ({ left, right }: AlignedRow<FileEntry>): string => (left ?? right)?.occurredOn ?? '';

const RANK: Readonly<Record<ReplayedFinding['status'], number>> = {
  violation: 0,
  overdue: 0,
  pending: 1,
  explained: 2,
  fulfilledLate: 2,
  fulfilled: 3,
  voided: 4,
};

const rankOf = ({ left, right, differs }: AlignedRow<ReplayedFinding>): number =>
  differs ? -1 : RANK[(left ?? right)?.status ?? 'voided'];

/** The findings of both sides: those that differ first, then the gaps, then what is due, then what is settled. */
export const alignedFindings = (left: Replay, right: Replay): readonly AlignedRow<ReplayedFinding>[] =>
  [...align(left.findings, right.findings, (a, b) => a.status === b.status && a.text.sv === b.text.sv)].sort(
    (a, b) => rankOf(a) - rankOf(b),
  );
