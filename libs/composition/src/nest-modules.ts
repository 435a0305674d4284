import { createHmac } from 'node:crypto';
import type { DynamicModule } from '@nestjs/common';
import { HandlingModule, type Authorise } from '@rt/handling';
import { InspectionModule } from '@rt/inspection';
import type { House } from './house';

/**
 * The Nest modules that write: handling steps, settings and reviews. They are kept apart from `House`, because the projection thread needs no Nest.
 */
export const modulesOf = async (house: House, authorise: Authorise): Promise<DynamicModule[]> => {
  const { store, files, clock, directory, rulesetStream, requestKey } = house;
  const requestHash = (body: string): string => createHmac('sha256', requestKey).update(body).digest('hex');
  return [
    HandlingModule.with({ store, files, clock, authorise, directory, requestKey, rulesetStream }),
    InspectionModule.with({ store, files, clock, db: await house.readModels(), rulesetStream, requestHash }),
  ];
};
