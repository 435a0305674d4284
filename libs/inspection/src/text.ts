import type { Text } from '@rt/domain';

/** Joins the texts. Undefined if there is no text. */
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

/** A number in Swedish notation. */
export const inSwedish = (number: number): string => String(number).replace('.', ',');
