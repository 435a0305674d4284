import { asHistory, fileAt, on, recorded, takenOutAt, type EventId } from '@rt/domain';
import { printDecisionMarks, printTakenOut } from './file-screen';
import { lineText } from './line-text';
import type { Output } from './output';

/** What is printed, in Swedish. */
const printed = (print: (output: Output) => void): readonly string[] => {
  const lines: string[] = [];
  const output = { line: (text = '') => lines.push(text), say: ({ sv }: { readonly sv: string }) => sv };
  print(output as unknown as Output);
  return lines;
};

describe('the screen of a file', () => {
  it('says beside a decision that it was corrected after it was sent, and that its content is a court’s', () => {
    const made = recorded('DecisionMade', '2026-02-20', { outcome: 'rejection' });
    const file = fileAt(
      asHistory([
        made,
        recorded('DecisionServed', '2026-02-23'),
        recorded('EntryCorrected', '2026-03-09', {
          eventId: made.id,
          data: { ...made.data, reasons: 'Behovet är större.' },
        }),
        recorded('AppealReceived', '2026-03-12'),
        recorded('AppealDecided', '2026-06-15', {
          outcome: 'changed',
          court: 'administrativeCourt',
          courtCaseNumber: '1234-26',
          grants: {
            law: { statute: '1993:387', section: '9 § 3' },
            measure: 'ledsagarservice',
            outcome: 'approval',
            grantedExtent: null,
          },
        }),
      ]),
    );
    expect(printed((output) => printDecisionMarks(output, file))).toEqual([
      'Beslutet 2026-02-20: rättad i efterhand 2026-03-09.',
      'Beslutet 2026-02-20: Förvaltningsrätten 2026-06-15, 1234-26.',
    ]);
  });

  it('says below a line which other rules found it, and the marks of its decision', () => {
    const output = { say: ({ sv }: { readonly sv: string }) => sv } as unknown as Output;
    const text = { sv: 'Beslutet skickades inte.', en: 'The decision was not sent.' };
    const mark = { kind: 'correctedAfterService', on: on('2026-03-09') } as const;
    const title = {
      sv: 'Kontakt efter återkallat medgivande',
      en: 'Contact after the consent was withdrawn',
    };
    const alsoFound = [{ id: 'x', rule: 'contact-after-withdrawal', title }];
    const marks = [{ ...mark, text: { sv: 'rättad i efterhand', en: 'corrected afterwards' } }];
    expect(lineText(output, { text, marks, alsoFound })).toBe(
      'Beslutet skickades inte.\nOckså: Kontakt efter återkallat medgivande.\n(rättad i efterhand 2026-03-09)',
    );
    expect(lineText(output, { text, marks: [], alsoFound: [] })).toBe('Beslutet skickades inte.');
  });

  it('says why an entry was taken out', () => {
    const note = recorded('DecisionMade', '2026-02-20');
    const [first, ...others] = asHistory([note]);
    const history = asHistory([
      note,
      recorded('EntryRetracted', '2026-02-21', { eventId: first?.id as EventId, kind: 'recordedTwice' }),
    ]);
    expect(others).toEqual([]);
    expect(printed((output) => printTakenOut(output, takenOutAt(history)))).toEqual([
      expect.stringMatching(/^En anteckning makulerades av .+: Antecknad två gånger\.$/),
    ]);
  });
});
