import Personnummer from 'personnummer';

/** True for the twelve digits of a personal number (personnummer): an existing day and a correct check digit. */
export const isPersonalNumber = (value: unknown): value is string => isNumber(value, false);

/** True for the twelve digits of a coordination number (samordningsnummer), in which the day of birth is increased by 60. */
export const isCoordinationNumber = (value: unknown): value is string => isNumber(value, true);

const isNumber = (value: unknown, coordination: boolean): value is string =>
  typeof value === 'string' &&
  /^(19|20)\d{10}$/.test(value) &&
  Personnummer.valid(value) &&
  Personnummer.parse(value).isCoordinationNumber() === coordination;
