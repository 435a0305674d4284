import { on, type Text } from '@rt/domain';
import { weekOf } from '../days/day-words';
import { withNoun } from '../texts/with-noun';
import type { PreviewAnswer } from './use-preview';

/** What saving will change, in one sentence: `Åtgärdar 1 brist, ger 1 ny: …` */
export const consequenceOf = ({ findings }: PreviewAnswer): { readonly bold: Text; readonly rest: Text } => {
  const of = (effect: (typeof findings)[number]['effect']) =>
    findings.filter((finding) => finding.effect === effect);
  const [settles, makes, awaits] = [of('settles'), of('makes'), of('awaits')];
  const settled = withNoun(settles.length, ['brist', 'brister'], ['gap', 'gaps']);
  const made = withNoun(makes.length, ['ny', 'nya'], ['new one', 'new ones']);
  const [next] = awaits;
  const rest: Text =
    makes.length > 0
      ? titlesOf(makes.map(({ title }) => title))
      : next === undefined
        ? { sv: '', en: '' }
        : {
            sv: `Sedan väntas: ${lowered(next.whatToDo?.sv ?? next.title.sv)} Senast ${next.dueOn}, vecka ${weekOf(on(next.dueOn))}.`,
            en: `Then expected: ${lowered(next.whatToDo?.en ?? next.title.en)} By ${next.dueOn}, week ${weekOf(on(next.dueOn))}.`,
          };
  if (settles.length > 0 && makes.length > 0)
    return {
      bold: { sv: `Åtgärdar ${settled.sv}, ger ${made.sv}:`, en: `Settles ${settled.en}, makes ${made.en}:` },
      rest,
    };
  if (settles.length > 0)
    return { bold: { sv: `Åtgärdar ${settled.sv}.`, en: `Settles ${settled.en}.` }, rest };
  if (makes.length > 0)
    return {
      bold: {
        sv: `Ger ${made.sv} ${makes.length === 1 ? 'brist' : 'brister'}:`,
        en: `Makes ${withNoun(makes.length, ['', ''], ['new gap', 'new gaps']).en}:`,
      },
      rest,
    };
  return { bold: { sv: 'Ingen ny brist.', en: 'No new gap.' }, rest };
};

const titlesOf = (titles: readonly Text[]): Text => ({
  sv: `${titles.map(({ sv }) => lowered(sv)).join('; ')}.`,
  en: `${titles.map(({ en }) => lowered(en)).join('; ')}.`,
});

const lowered = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
