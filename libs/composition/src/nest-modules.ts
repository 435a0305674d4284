import { createHmac } from 'node:crypto';
import type { DynamicModule } from '@nestjs/common';
import type { FileId } from '@rt/domain';
import { HandlingModule, type Actor, type Authorise, type KnownFiles } from '@rt/handling';
import { InspectionModule } from '@rt/inspection';
import { filesSharing, type SharedKind } from '@rt/read-models';
import { restsOnLaw, RULES } from '@rt/rules';
import type { House } from './house';

/** Selects those of some files whose ids an actor may learn. Without it nobody is asked about a second file: the operator at the command line imports. */
type ShownFiles = (actor: Actor, what: SharedKind, files: readonly FileId[]) => Promise<readonly FileId[]>;

/**
 * The Nest modules that write: handling steps, settings and reviews. They are kept apart from `House`, because the projection thread needs no Nest.
 */
export const modulesOf = async (
  house: House,
  authorise: Authorise,
  shownFiles?: ShownFiles,
): Promise<DynamicModule[]> => {
  const db = await house.readModels();
  const { store, files, clock, directory, ruleset, units, requestKey } = house;
  const requestHash = (body: string): string => createHmac('sha256', requestKey).update(body).digest('hex');
  const rules = RULES.map((rule) => ({ id: rule.id, restsOnLaw: restsOnLaw(rule) }));
  const knownFiles: KnownFiles | undefined = shownFiles && {
    sharing: async ({ actor, boardId, fileId, what, text }) => {
      const sharing = await filesSharing({ store, db }, boardId, what, text);
      const others = sharing.filter((other) => other !== fileId);
      return { exist: others.length > 0, shown: others.length > 0 ? await shownFiles(actor, what, others) : [] };
    },
  };
  return [
    HandlingModule.with({ files, clock, authorise, directory, requestKey, ruleset, units, rules, ...(knownFiles && { knownFiles }) }),
    InspectionModule.with({ store, files, clock, db, ruleset, requestHash }),
  ];
};
