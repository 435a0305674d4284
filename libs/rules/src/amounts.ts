import type { Text } from '@rt/domain';

/** `1 dag`, `15 dagar`. */
export const days = (number: number): Text =>
  number === 1 ? { sv: '1 dag', en: '1 day' } : { sv: `${number} dagar`, en: `${number} days` };

/** `1 månad`, `12 månader`. */
export const months = (number: number): Text =>
  number === 1 ? { sv: '1 månad', en: '1 month' } : { sv: `${number} månader`, en: `${number} months` };
