import type { Text } from '@rt/domain';

/** The texts one after the other; undefined where there is none. */
export const joined = (
  texts: readonly (Text | undefined)[],
  by: Text = { sv: ' ', en: ' ' },
): Text | undefined => {
  const present = texts.filter((text) => text !== undefined);
  if (present.length === 0) return undefined;
  return {
    sv: present.map((text) => text.sv).join(by.sv),
    en: present.map((text) => text.en).join(by.en),
  };
};

/** A number as it is written in Swedish. */
export const inSwedish = (number: number): string => String(number).replace('.', ',');
