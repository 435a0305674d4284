import type { LocalDate, Sex } from '@rt/domain';

/**
 * By convention, serials from 980 to 999 are reserved for test and reserve numbers. We found no list published by Skatteverket that confirms this. So
 * the numbers here are invented and well formed, but it is not guaranteed that no person has such a number.
 */
const FIRST_TEST_SERIAL = 980;

/** The most people of one sex that the demo can have with the same day of birth. */
export const testSerialsPerDay = 10;

/**
 * A well-formed personal number, YYYYMMDDNNNC. Women have even serials, men odd ones. The last digit is the Luhn check digit of the nine digits
 * before it (without the century). `turn`, 0 to 9, distinguishes people with the same day of birth and sex.
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
