import { createHmac } from 'node:crypto';
import type { DynamicModule } from '@nestjs/common';
import { HandlingModule, type Authorise } from '@rt/handling';
import { InspectionModule } from '@rt/inspection';
import { restsOnLaw, RULES } from '@rt/rules';
import type { House } from './house';

/**
 * The Nest modules that write: handling steps, settings and reviews. They are kept apart from `House`, because the projection thread needs no Nest.
 */
export const modulesOf = async (house: House, authorise: Authorise): Promise<DynamicModule[]> => {
  const { store, files, clock, directory, ruleset, units, requestKey } = house;
  const requestHash = (body: string): string => createHmac('sha256', requestKey).update(body).digest('hex');
  const rules = RULES.map((rule) => ({ id: rule.id, restsOnLaw: restsOnLaw(rule) }));
  return [
    HandlingModule.with({ files, clock, authorise, directory, requestKey, ruleset, units, rules }),
    InspectionModule.with({ store, files, clock, db: await house.readModels(), ruleset, requestHash }),
  ];
};
