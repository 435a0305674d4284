import type { BoardId, UnitId, UserId } from '@rt/domain';
import type { Actor, Authorise } from '@rt/handling';
import { WrongUsage } from './exit';
import type { CliSettings } from './settings';

/**
 * A person who can start the command line on the machine that holds the data folder and its keys may do everything. The operating system protects the
 * files from other people. Every event and every entry of the access log has the operator's id.
 */
export const operatorMayDoEverything: Authorise = { allows: async () => true };

/**
 * Real files are worked with under the account of the operating system, because a name that anybody can choose proves nothing.
 * @throws WrongUsage
 */
export const refuseNamedOperator = ({ operator, account }: CliSettings, isDemo: boolean): void => {
  if (operator !== account && !isDemo)
    throw new WrongUsage(
      `--as (RT_OPERATOR) names the operator on a demo folder only; elsewhere it is the account that you are signed in with, ${account}`,
    );
};

/** The operator as an actor, at a board and a unit. */
export const operatorAt = (operator: string, unitId: UnitId, boardId: BoardId): Actor => ({
  userId: operator as UserId,
  unitId,
  boardId,
  roles: ['operator'],
  origin: 'operator',
});

export interface PlaceOptions {
  readonly board?: string;
  readonly unit?: string;
}

export const PLACE_OPTIONS = {
  board: ['--board <board>', 'the board whose file it is (RT_BOARD; otherwise socialnamnden)'],
  unit: ['--unit <unit>', 'the unit that handles it (RT_UNIT; otherwise funktionsnedsattning)'],
} as const satisfies Record<string, readonly [string, string]>;

const PLACE = /^[a-z0-9][a-z0-9.-]{0,63}$/;

/** The board and the unit from the options or the settings. @throws WrongUsage */
export const placeFrom = (
  { board, unit }: PlaceOptions,
  settings: CliSettings,
): { readonly boardId: BoardId; readonly unitId: UnitId } => {
  const boardId = board ?? settings.board;
  const unitId = unit ?? settings.unit;
  if (!PLACE.test(boardId)) throw new WrongUsage(wrong('--board (RT_BOARD)'));
  if (!PLACE.test(unitId)) throw new WrongUsage(wrong('--unit (RT_UNIT)'));
  return { boardId: boardId as BoardId, unitId: unitId as UnitId };
};

const wrong = (option: string) => `${option} must be 1 to 64 of a–z, 0–9, dot and hyphen, such as farsta`;
