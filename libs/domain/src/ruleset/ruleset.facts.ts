import { latest, type LocalDate } from '../calendar';
import type { Recorded } from '../event';
import { DEFAULT_LAWFUL_GROUNDS } from '../lawful-grounds';
import { DEFAULT_LIFE_AREAS, DEFAULT_MEASURES, type Configuration } from '../measures';
import type { LawfulGroundsAdopted, LifeAreasAdopted, MeasuresAdopted, RulesetEvent } from './ruleset.events';

/** The measures, life areas and lawful grounds of the municipality by day: the adopted lists, and the default lists before the first adoption. */
export const configurationOf = (events: readonly Recorded<RulesetEvent>[]): Configuration => {
  const measures = events.filter((event) => event.type === 'MeasuresAdopted');
  const lifeAreas = events.filter((event) => event.type === 'LifeAreasAdopted');
  const grounds = events.filter((event) => event.type === 'LawfulGroundsAdopted');
  return {
    measuresOn: (day) => inForceOn(measures, day)?.data.measures ?? DEFAULT_MEASURES,
    lifeAreasOn: (day) => inForceOn(lifeAreas, day)?.data.lifeAreas ?? DEFAULT_LIFE_AREAS,
    lawfulGroundsOn: (day) => inForceOn(grounds, day)?.data.grounds ?? DEFAULT_LAWFUL_GROUNDS,
  };
};

/** The list in force on a day. A list counts from the later of the day of its adoption and its `from`; of two lists from one day, the one recorded last counts. */
const inForceOn = <
  E extends Recorded<MeasuresAdopted> | Recorded<LifeAreasAdopted> | Recorded<LawfulGroundsAdopted>,
>(
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
