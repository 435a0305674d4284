import { isLocalDate, type LocalDate } from '@rt/domain';
import Personnummer from 'personnummer';

/** A personal or coordination number in any usual form: with or without the century and the separator. */
const FORM = /^(19|20)?(\d{6})([-+]?)(\d{4})$/;

/** True for a personal number (personnummer) in any usual form: an existing day and a correct check digit. */
export const isPersonalNumber = (value: unknown): value is string =>
  readings(value).some((digits) => isUsual(digits, false));

/**
 * True for a coordination number (samordningsnummer) in any usual form, in which the day of birth is increased by 60. The month is 00 and the day 60 if
 * they are not known.
 */
export const isCoordinationNumber = (value: unknown): value is string =>
  readings(value).some((digits) => isUsual(digits, true) || isOfUnknownDay(digits));

/**
 * The twelve digits of a number that has one of the forms. Ten digits mean the person of less than a hundred years, and with a plus the one who turns 100
 * in the year of `today` or is older. Undefined if there is no such person.
 */
export const twelveDigits = (value: string, today: LocalDate): string | undefined => {
  const [, century, first = '', separator, last = ''] = FORM.exec(withoutBlanks(value)) ?? [];
  if (century !== undefined) return `${century}${first}${last}`;
  const year = Number(today.slice(0, 4));
  if (separator === '+')
    return 1900 + Number(first.slice(0, 2)) <= year - 100 ? `19${first}${last}` : undefined;
  const day = String(Number(first.slice(4)) % 60).padStart(2, '0');
  const born = `20${first.slice(0, 2)}-${first.slice(2, 4)}-${day}`;
  return `${born <= today ? '20' : '19'}${first}${last}`;
};

const withoutBlanks = (value: string): string => value.replace(/\s/gu, '');

/** The twelve digits that a number may stand for. */
const readings = (value: unknown): readonly string[] => {
  const [, century, first, separator, last] =
    typeof value === 'string' ? (FORM.exec(withoutBlanks(value)) ?? []) : [];
  if (first === undefined) return [];
  const centuries = century !== undefined ? [century] : separator === '+' ? ['19'] : ['19', '20'];
  return centuries.map((one) => `${one}${first}${last}`);
};

const isUsual = (digits: string, coordination: boolean): boolean =>
  Personnummer.valid(digits) && Personnummer.parse(digits).isCoordinationNumber() === coordination;

const isOfUnknownDay = (digits: string): boolean => {
  const month = digits.slice(4, 6);
  const day = Number(digits.slice(6, 8)) - 60;
  if (month !== '00' && day !== 0) return false;
  const some = `${digits.slice(0, 4)}-${month === '00' ? '01' : month}-${String(day || 1).padStart(2, '0')}`;
  return isLocalDate(some) && hasCheckDigit(digits.slice(2));
};

/** The Luhn sum of ten digits (SKV 704). */
const hasCheckDigit = (digits: string): boolean =>
  [...digits]
    .map((digit, index) => Number(digit) * (index % 2 === 0 ? 2 : 1))
    .reduce((sum, product) => sum + (product > 9 ? product - 9 : product), 0) %
    10 ===
  0;
