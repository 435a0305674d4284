import type { LocalDate, Sex } from '@rt/domain';

/**
 * Serials from 980 to 999 are by convention left to test and reserve numbers. We have found no published list of Skatteverket's to check
 * it against, so a number here is well formed and invented, and nobody has promised that it belongs to no one.
 */
const FIRST_TEST_SERIAL = 980;

/** How many people of one sex can be born on one day. */
export const testSerialsPerDay = 10;

/**
 * A well-formed personal number, YYYYMMDDNNNC: even serials are women's, odd ones men's, the last digit checks the nine
 * before it (Luhn, without the century). `turn` tells people of one day and sex apart: 0 to 9.
 */
export const testPersonalNumber = (born: LocalDate, sex: Sex, turn: number): string => {
  if (!Number.isInteger(turn) || turn < 0 || turn >= testSerialsPerDay)
    throw new RangeError('there are ten test numbers a day and sex');
  const digits = `${born.replaceAll('-', '')}${FIRST_TEST_SERIAL + turn * 2 + (sex === 'male' ? 1 : 0)}`;
  return `${digits}${checkDigit(digits.slice(2))}`;
};

const checkDigit = (digits: string): number => {
  const sum = [...digits].reduce((total, digit, at) => {
    const product = Number(digit) * (at % 2 === 0 ? 2 : 1);
    return total + (product > 9 ? product - 9 : product);
  }, 0);
  return (10 - (sum % 10)) % 10;
};
