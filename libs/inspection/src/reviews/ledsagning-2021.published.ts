import type { Published } from '../indicators/published';
import type { Text } from '@rt/domain';

/**
 * The published figures of the review of ledsagning and ledsagarservice in six districts, for decisions of 2021.
 * Source: Stockholms stad, funktionshinderinspektörernas årsrapport 2022 (dnr SOF 2022/442), which sums up the review report dnr 3.4.2-637/2021.
 * `num`, `den` and `pct` are as printed. If one of them was derived from printed figures, the note says how.
 */
const strata: Text = {
  sv: 'Följer av de tryckta stratana: fem stadsdelar med 10, Östermalm med 8.',
  en: 'Follows from the printed strata: 10 in each of five districts, 8 in Östermalm.',
};

const shareOfApprovals: Text = {
  sv: 'Trycks utan nämnare, så andelarna går inte att räkna om till 86 av 504; de läses som andel av stadsdelens bifall (de sex blir tillsammans 90 och är alltså inte andelar av de 86).',
  en: "Printed without denominators, so the shares cannot be recomputed to 86 of 504; read as shares of the district's approvals (the six sum to 90, so they are no shares of the 86).",
};

const currentUndefined: Text = {
  sv: 'Källan säger inte vad ”aktuell” är; här gäller regelns egen gräns.',
  en: 'The source does not define "current"; here the limit of the rule holds.',
};

export const LEDSAGNING_2021_PUBLISHED: readonly Published[] = [
  { id: 'L01', district: 'ALL', num: 118, den: null, pct: null },
  { id: 'L02', district: 'Farsta', num: 20, den: null, pct: null },
  { id: 'L03', district: 'Hägersten-Älvsjö', num: 20, den: null, pct: null },
  { id: 'L04', district: 'Rinkeby-Kista', num: 20, den: null, pct: null },
  { id: 'L05', district: 'Skärholmen', num: 20, den: null, pct: null },
  { id: 'L06', district: 'Södermalm', num: 20, den: null, pct: null },
  { id: 'L07', district: 'Östermalm', num: 18, den: null, pct: null },
  { id: 'L08', district: 'ALL', num: 58, den: 118, pct: null, note: strata },
  { id: 'L09', district: 'ALL', num: 58, den: 118, pct: null, note: strata },
  { id: 'L10', district: 'ALL', num: 103, den: 118, pct: 87, note: currentUndefined },
  { id: 'L11', district: 'ALL', num: 15, den: 118, pct: null, note: currentUndefined },
  {
    id: 'L12',
    district: 'Östermalm',
    num: 7,
    den: 18,
    pct: null,
    note: {
      sv: 'Östermalm hade inga avslag och ändå sju av de femton saknade utredningarna: det säger inte emot sig.',
      en: 'Östermalm had no rejections and still seven of the fifteen missing investigations: no contradiction.',
    },
  },
  { id: 'L13', district: 'Farsta', num: 0, den: 20, pct: null },
  { id: 'L14', district: 'Rinkeby-Kista', num: 0, den: 20, pct: null },
  {
    id: 'L15',
    district: 'Hägersten-Älvsjö+Skärholmen+Södermalm',
    num: 8,
    den: 60,
    pct: null,
    note: {
      sv: 'Inte tryckt: det som återstår av de femton när övriga stadsdelar är räknade.',
      en: 'Not printed: what remains of the fifteen when the other districts are counted.',
    },
  },
  {
    id: 'L16',
    district: 'ALL',
    num: 76,
    den: 103,
    pct: 74,
    note: {
      sv: 'Källan räknar bara ärenden med aktuell utredning.',
      en: 'The source counts cases with a current investigation only.',
    },
  },
  { id: 'L17', district: 'ALL', num: 10, den: 118, pct: null },
  { id: 'L18', district: 'ALL', num: null, den: 118, pct: 'cirka 60' },
  { id: 'L19', district: 'ALL', num: 522, den: null, pct: null },
  { id: 'L20', district: 'ALL', num: 504, den: 522, pct: null },
  { id: 'L21', district: 'ALL', num: 18, den: 522, pct: null },
  {
    id: 'L22',
    district: 'Skärholmen',
    num: 9,
    den: 18,
    pct: 'hälften',
    note: {
      sv: 'Källan säger nio personer; här räknas beslut.',
      en: 'The source says nine persons; decisions are counted here.',
    },
  },
  {
    id: 'L23',
    district: 'ALL',
    num: 86,
    den: 504,
    pct: 17,
    note: {
      sv: 'Källan blandar ”504 beslut” och ”86 personer”; här räknas beslut.',
      en: 'The source mixes "504 decisions" and "86 persons"; decisions are counted here.',
    },
  },
  {
    id: 'L24',
    district: 'ALL',
    num: 104,
    den: null,
    pct: null,
    note: { sv: '18 avslag och 86 delavslag.', en: '18 rejections and 86 partial rejections.' },
  },
  { id: 'L25', district: 'Rinkeby-Kista', num: null, den: null, pct: 26, note: shareOfApprovals },
  { id: 'L26', district: 'Södermalm', num: null, den: null, pct: 25, note: shareOfApprovals },
  { id: 'L27', district: 'Skärholmen', num: null, den: null, pct: 22, note: shareOfApprovals },
  { id: 'L28', district: 'Hägersten-Älvsjö', num: null, den: null, pct: 10, note: shareOfApprovals },
  { id: 'L29', district: 'Farsta', num: null, den: null, pct: 7, note: shareOfApprovals },
  { id: 'L30', district: 'Östermalm', num: 0, den: null, pct: 0, note: shareOfApprovals },
  { id: 'L31', district: 'ALL', num: 12, den: null, pct: null },
  { id: 'L32', district: 'ALL', num: 15, den: null, pct: null },
  {
    id: 'L33',
    district: 'ALL',
    num: null,
    den: null,
    pct: 'drygt hälften',
    note: {
      sv: 'Andel av beställningarna, vilkas antal inte trycks.',
      en: 'A share of the orders, whose number is not printed.',
    },
  },
  { id: 'L34', district: 'ALL', num: null, den: 118, pct: 'cirka 30', note: currentUndefined },
];
