import type { Text } from '@rt/domain';

/** `1 dag`, `15 dagar`. */
export const days = (number: number): Text =>
  number === 1 ? { sv: '1 dag', en: '1 day' } : { sv: `${number} dagar`, en: `${number} days` };

/** `1 månad`, `12 månader`. */
export const months = (number: number): Text =>
  number === 1 ? { sv: '1 månad', en: '1 month' } : { sv: `${number} månader`, en: `${number} months` };

/** `1 vecka`, `4 veckor`. */
export const weeks = (number: number): Text =>
  number === 1 ? { sv: '1 vecka', en: '1 week' } : { sv: `${number} veckor`, en: `${number} weeks` };

/** `1 vardag`, `3 vardagar`. */
export const weekdays = (number: number): Text =>
  number === 1 ? { sv: '1 vardag', en: '1 weekday' } : { sv: `${number} vardagar`, en: `${number} weekdays` };
