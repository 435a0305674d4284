/** An instant in Swedish notation and local time: 2026-03-18 16:45. */
export const localMoment = (instant: string): string =>
  new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Europe/Stockholm',
    dateStyle: 'short',
    timeStyle: 'short',
  }).format(new Date(instant));
