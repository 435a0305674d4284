import { createHmac } from 'node:crypto';
import type { DynamicModule } from '@nestjs/common';
import { reviewStreamOf } from '@rt/domain';
import { HandlingModule, type Authorise } from '@rt/handling';
import { InspectionModule, type DrawValues } from '@rt/inspection';
import { restsOnLaw, RULES } from '@rt/rules';
import type { House } from './house';

/**
 * The Nest modules that write: handling steps, settings and reviews. They are kept apart from `House`, because the projection thread needs no Nest.
 * @param drawValues default: random values that the store keeps sealed; the demo fixes its own
 */
export const modulesOf = async (
  house: House,
  authorise: Authorise,
  drawValues: DrawValues = sealedIn(house),
): Promise<DynamicModule[]> => {
  const { store, files, clock, directory, ruleset, units, requestKey } = house;
  const requestHash = (body: string): string => createHmac('sha256', requestKey).update(body).digest('hex');
  const rules = RULES.map((rule) => ({ id: rule.id, restsOnLaw: restsOnLaw(rule) }));
  return [
    HandlingModule.with({ files, clock, authorise, directory, requestKey, ruleset, units, rules }),
    InspectionModule.with({
      store,
      files,
      clock,
      db: await house.readModels(),
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
