import { endOfDay, isInstant, isLocalDate, type Instant, type LocalDate } from '@rt/domain';
import { WrongUsage } from './exit';

/** Reads an option that is a day, in years that leave room before and after it for the days that are computed from it. @throws WrongUsage */
export const dayFrom = (option: string, value: string | undefined, otherwise: LocalDate): LocalDate => {
  if (value === undefined) return otherwise;
  if (!isLocalDate(value) || !/^(19|20|21)/.test(value))
    throw new WrongUsage({
      sv: `${option} är «${value}»; det ska vara en dag åren 1900 till 2199, som 2026-03-18`,
      en: `${option} is «${value}»; it must be a day of the years 1900 to 2199, such as 2026-03-18`,
    });
  return value;
};

/** Reads an option that is an instant: an instant in UTC, or a day, which means the end of that day in Stockholm. @throws WrongUsage */
export const instantFrom = (option: string, value: string | undefined): Instant | undefined => {
  if (value === undefined || isInstant(value)) return value;
  if (isLocalDate(value)) return endOfDay(value);
  throw new WrongUsage({
    sv: `${option} är «${value}»; det ska vara en tidpunkt som 2026-03-18T08:00:00.000Z, eller en dag som 2026-03-18 (dess slut)`,
    en: `${option} is «${value}»; it must be an instant such as 2026-03-18T08:00:00.000Z, or a day such as 2026-03-18 (its end)`,
  });
};

/** Reads an option that is a whole number from 1. @throws WrongUsage */
export const countFrom = (option: string, value: string): number => {
  if (!/^[1-9]\d{0,8}$/.test(value))
    throw new WrongUsage({
      sv: `${option} är «${value}»; det ska vara ett heltal från 1 och uppåt`,
      en: `${option} is «${value}»; it must be a whole number from 1 up`,
    });
  return Number(value);
};

/** Reads an option that is one or several words of a list, separated by commas. @throws WrongUsage, with the allowed words */
export const wordsFrom = <Word extends string>(
  option: string,
  value: string,
  words: readonly Word[],
): readonly Word[] =>
  value.split(',').map((given) => {
    const word = words.find((known) => known === given.trim());
    if (word === undefined)
      throw new WrongUsage({
        sv: `${option} har «${given}»; det kan vara ${words.join(', ')}`,
        en: `${option} has «${given}»; it may be ${words.join(', ')}`,
      });
    return word;
  });

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Reads the id of a file or a case. The error does not repeat the value: the user may have given a personal number by mistake. @throws WrongUsage */
export const idFrom = (what: string, value: string | undefined): string => {
  const id = value?.toLowerCase();
  if (id === undefined || !UUID.test(id))
    throw new WrongUsage({
      sv: `${what} ska vara ett id som 0b5f9c1e-7a35-4c0e-9d7c-3f1f0a3b9e21`,
      en: `${what} must be an id such as 0b5f9c1e-7a35-4c0e-9d7c-3f1f0a3b9e21`,
    });
  return id;
};
