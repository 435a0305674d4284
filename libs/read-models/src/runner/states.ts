import type { Kysely } from 'kysely';
import { comparePositions, type Position } from '@rt/event-store';
import type { ModelStateRow, ReadSchema } from '../database/read-database';
import type { InForce } from '@rt/rules';
import type { ReadModel } from '../read-model';

/** The checkpoints of the models, by name. */
export type ModelStates = ReadonlyMap<string, ModelStateRow>;

export const readStates = async (db: Kysely<ReadSchema>): Promise<ModelStates> => {
  const rows = await db.selectFrom('modelStates').selectAll().execute();
  return new Map(rows.map((row) => [row.model, row]));
};

export const writeState = async (db: Kysely<ReadSchema>, state: ModelStateRow): Promise<void> => {
  await db
    .insertInto('modelStates')
    .values(state)
    .onConflict((conflict) => conflict.column('model').doUpdateSet(state))
    .execute();
};

/** The version of the rows that a model makes now: its own, plus the ruleset's revision if it reads the ruleset. */
export const versionOf = (model: ReadModel, inForce: InForce): string =>
  model.readsRuleset ? `${model.version} ruleset@${inForce.revision}` : model.version;

/** The models whose rows are missing or were made by another version. */
export const staleModels = (
  models: readonly ReadModel[],
  states: ModelStates,
  inForce: InForce,
): readonly ReadModel[] =>
  models.filter((model) => states.get(model.name)?.version !== versionOf(model, inForce));

/** The position up to which all models have applied the events; undefined if one has applied none. */
export const positionOf = (models: readonly ReadModel[], states: ModelStates): Position | undefined => {
  const positions = models.map((model) => states.get(model.name)?.position ?? undefined);
  if (positions.some((position) => position === undefined)) return undefined;
  return (positions as Position[]).sort(comparePositions)[0];
};
