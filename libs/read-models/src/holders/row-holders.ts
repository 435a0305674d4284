import {
  BEGINNING_OF_TIME,
  END_OF_TIME,
  holderPeriods,
  type PersonalFile,
  type UnitId,
  type UserId,
} from '@rt/domain';
import * as c from '../database/columns';
import type { RowIn } from '../database/table';

/** Who has the file of a row, and on which days. A row whose file changes hands on a known day stands once for each of the holders. */
export const ROW_HOLDER_COLUMNS = {
  unitId: c.orNull(c.id<UnitId>()),
  /** The responsible case worker; null: none. */
  workerId: c.orNull(c.id<UserId>()),
  heldFrom: c.day(),
  /** The first day on which the next holder has it; 9999-12-31 if no such day is known. */
  heldUntil: c.day(),
};
export type RowHolder = RowIn<typeof ROW_HOLDER_COLUMNS>;

/**
 * The holders that a row stands for, one after the other. A list asks who has a file today, and no today is earlier than the day of the file's last
 * assignment or unassignment: periods that were over by then need no rows, and nearly every file has one holder here. The first holder stands
 * for all earlier days too, so that for every day there is exactly one row.
 */
export const rowHolders = (file: PersonalFile): readonly RowHolder[] => {
  const changedOn =
    file.events('CaseWorkerAssigned', 'CaseWorkerUnassigned').at(-1)?.occurredOn ?? BEGINNING_OF_TIME;
  const periods = holderPeriods(file).filter(
    ({ role, heldUntil }) => role === 'responsible' && heldUntil > changedOn,
  );
  if (periods.length === 0) return [UNOPENED];
  return periods.map(({ userId, unitId, heldFrom, heldUntil }, index) => ({
    unitId,
    workerId: userId,
    heldFrom: index === 0 ? BEGINNING_OF_TIME : heldFrom,
    heldUntil,
  }));
};

/**
 * Gives the holders of the rows of a file. A row that is for one user has that user in place of the case worker. A user who had the file and handed
 * it over may not read it any more, so from then on the row is for the next holder.
 */
export const rowHoldersFor = (file: PersonalFile): ((userId?: UserId) => readonly RowHolder[]) => {
  const holders = rowHolders(file);
  return (userId) => {
    if (userId === undefined) return holders;
    const theirs = holderPeriods(file).filter(
      (period) => period.role === 'responsible' && period.userId === userId,
    );
    return holders.map((holder) =>
      theirs.some(({ heldUntil }) => heldUntil < holder.heldUntil) ? holder : { ...holder, workerId: userId },
    );
  };
};

const UNOPENED: RowHolder = {
  unitId: null,
  workerId: null,
  heldFrom: BEGINNING_OF_TIME,
  heldUntil: END_OF_TIME,
};
