import { EXTENT_UNITS, PERIODS, type Extent, type Text } from '@rt/domain';

const ONE: Readonly<Record<Extent['unit'], Text>> = {
  hours: { sv: 'timme', en: 'hour' },
  days: { sv: 'dag', en: 'day' },
  nights: { sv: 'natt', en: 'night' },
  times: { sv: 'gång', en: 'time' },
};

/** `1 dag per vecka`, `3 dagar per vecka`. @param comment said before the period, such as ` mindre` */
export const extentWords = (
  { amount, unit, per }: Pick<Extent, 'amount' | 'unit' | 'per'>,
  comment: Text = { sv: '', en: '' },
): Text => {
  const words = amount === 1 ? ONE[unit] : EXTENT_UNITS.labels[unit];
  return {
    sv: `${amount} ${words.sv}${comment.sv} ${PERIODS.labels[per].sv}`,
    en: `${amount} ${words.en}${comment.en} ${PERIODS.labels[per].en}`,
  };
};
