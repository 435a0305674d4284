import Personnummer from 'personnummer';

/** Twelve digits of a personal number (personnummer): a day that exists and the right check digit. */
export const isPersonalNumber = (value: unknown): value is string => isNumber(value, false);

/** Twelve digits of a coordination number (samordningsnummer): the day of birth plus 60. */
export const isCoordinationNumber = (value: unknown): value is string => isNumber(value, true);

const isNumber = (value: unknown, coordination: boolean): value is string =>
  typeof value === 'string' &&
  /^(19|20)\d{10}$/.test(value) &&
  Personnummer.valid(value) &&
  Personnummer.parse(value).isCoordinationNumber() === coordination;
