import { latest, type LocalDate } from '../calendar';
import type { Recorded } from '../event';
import { DEFAULT_LIFE_AREAS, DEFAULT_MEASURES, type Configuration } from '../measures';
import type { LifeAreasAdopted, MeasuresAdopted, RulesetEvent } from './ruleset.events';

/** The lists of measures and life areas that the municipality adopted, each from its day on; before the first, the defaults. */
export const configurationOf = (events: readonly Recorded<RulesetEvent>[]): Configuration => {
  const measures = events.filter((event) => event.type === 'MeasuresAdopted');
  const lifeAreas = events.filter((event) => event.type === 'LifeAreasAdopted');
  return {
    measuresOn: (day) => inForceOn(measures, day)?.data.measures ?? DEFAULT_MEASURES,
    lifeAreasOn: (day) => inForceOn(lifeAreas, day)?.data.lifeAreas ?? DEFAULT_LIFE_AREAS,
  };
};

/** A list counts from the later of the day it was adopted and the day it speaks of; of two from one day, the one recorded last. */
const inForceOn = <E extends Recorded<MeasuresAdopted> | Recorded<LifeAreasAdopted>>(
  adopted: readonly E[],
  day: LocalDate,
): E | undefined => {
  let found: { readonly from: LocalDate; readonly event: E } | undefined;
  for (const event of adopted) {
    const from = latest(event.occurredOn, event.data.from);
    if (from > day || (found && found.from > from)) continue;
    if (found && found.from === from && found.event.revision > event.revision) continue;
    found = { from, event };
  }
  return found?.event;
};
