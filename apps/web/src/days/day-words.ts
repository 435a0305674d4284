import {
  addDays,
  calendarDay,
  daysBetween,
  weekday,
  yearOf,
  type Language,
  type LocalDate,
  type Text,
} from '@rt/domain';

const LOCALES: Readonly<Record<Language, string>> = { sv: 'sv-SE', en: 'en-GB' };

const formatted = (day: LocalDate, language: Language, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(LOCALES[language], { ...options, timeZone: 'UTC' }).format(
    new Date(`${day}T12:00:00Z`),
  );

/** The ISO week: that of the week's Thursday, counted from the year's first. */
export const weekOf = (day: LocalDate): number => {
  const thursday = addDays(day, 4 - (weekday(day) || 7));
  return Math.floor(daysBetween(calendarDay(yearOf(thursday), 1, 1), thursday) / 7) + 1;
};

/** `27 november`, with the year where it is another one than that of `today`. */
export const dayInWords = (day: LocalDate, today: LocalDate, language: Language): string =>
  formatted(day, language, {
    day: 'numeric',
    month: 'long',
    ...(yearOf(day) !== yearOf(today) && { year: 'numeric' }),
  });

/** `27 nov v. 48`: a day and its week, short. */
export const dayAndWeek = (day: LocalDate, today: LocalDate): Text => {
  const words = (language: Language, week: string): string =>
    `${formatted(day, language, {
      day: 'numeric',
      month: 'short',
      ...(yearOf(day) !== yearOf(today) && { year: 'numeric' }),
    }).replace(/\./g, '')} ${week} ${weekOf(day)}`;
  return { sv: words('sv', 'v.'), en: words('en', 'wk') };
};

/** `Fredag 27 november 2026, vecka 48`. */
export const fullDay = (day: LocalDate): Text => {
  const words = (language: Language): string => {
    const text = formatted(day, language, {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      year: 'numeric',
    });
    return text.charAt(0).toUpperCase() + text.slice(1);
  };
  return {
    sv: `${words('sv').replace(' den ', ' ')}, vecka ${weekOf(day)}`,
    en: `${words('en')}, week ${weekOf(day)}`,
  };
};

/** How far off a day is: `34 dagar` since, `i dag`, `i morgon`, `om 13 dagar`. */
export const distance = (daysLeft: number): Text => {
  const days = Math.abs(daysLeft);
  if (daysLeft === 0) return { sv: 'i dag', en: 'today' };
  if (daysLeft === 1) return { sv: 'i morgon', en: 'tomorrow' };
  if (daysLeft > 1) return { sv: `om ${days} dagar`, en: `in ${days} days` };
  return { sv: days === 1 ? '1 dag' : `${days} dagar`, en: days === 1 ? '1 day' : `${days} days` };
};

/** `16:42`: the time of an instant in Stockholm. */
export const timeOf = (instant: string): string =>
  new Date(instant).toLocaleTimeString('sv-SE', {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'Europe/Stockholm',
  });
