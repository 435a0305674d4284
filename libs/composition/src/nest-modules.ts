import { createHmac } from 'node:crypto';
import type { DynamicModule } from '@nestjs/common';
import { reviewStreamOf, type FileId } from '@rt/domain';
import { HandlingModule, type Actor, type Authorise, type KnownFiles } from '@rt/handling';
import { InspectionModule, type DrawValues } from '@rt/inspection';
import { filesSharing, type SharedKind } from '@rt/read-models';
import { restsOnLaw, RULES } from '@rt/rules';
import type { House } from './house';

/** Selects those of some files whose ids an actor may learn. */
type ShownFiles = (actor: Actor, what: SharedKind, files: readonly FileId[]) => Promise<readonly FileId[]>;

/** What an app may choose. */
interface WritingPorts {
  /** Default: random values that the store keeps sealed; the demo fixes its own. */
  readonly drawValues?: DrawValues;
  /** Left out: a second file for a person is not asked about, because the operator at the command line imports. */
  readonly shownFiles?: ShownFiles;
}

/**
 * The Nest modules that write: handling steps, settings and reviews. They are kept apart from `House`, because the projection thread needs no Nest.
 */
export const modulesOf = async (
  house: House,
  authorise: Authorise,
  { drawValues = sealedIn(house), shownFiles }: WritingPorts = {},
): Promise<DynamicModule[]> => {
  const db = await house.readModels();
  const { store, files, clock, directory, ruleset, units, requestKey } = house;
  const requestHash = (body: string): string => createHmac('sha256', requestKey).update(body).digest('hex');
  const rules = RULES.map((rule) => ({ id: rule.id, restsOnLaw: restsOnLaw(rule) }));
  const knownFiles: KnownFiles | undefined = shownFiles && {
    sharing: async ({ actor, boardId, fileId, what, text }) => {
      const sharing = await filesSharing({ store, db }, boardId, what, text);
      const others = sharing.filter((other) => other !== fileId);
      return {
        exist: others.length > 0,
        shown: others.length > 0 ? await shownFiles(actor, what, others) : [],
      };
    },
  };
  return [
    HandlingModule.with({
      ...{ files, clock, authorise, directory, requestKey, ruleset, units, rules },
      ...(knownFiles && { knownFiles }),
    }),
    InspectionModule.with({
      store,
      files,
      clock,
      db,
      ruleset,
      requestHash,
      drawValues,
      isUser: async (userId) => (await directory.find(userId)) !== undefined,
    }),
  ];
};

/** The values of draws, random and sealed beside the keys of the store. */
const sealedIn = ({ store }: House): DrawValues => ({
  seal: (reviewId) => store.sealValue(reviewStreamOf(reviewId)),
  open: (reviewId) => store.sealedValue(reviewStreamOf(reviewId)),
  forget: (reviewId) => store.forgetValue(reviewStreamOf(reviewId)),
});
