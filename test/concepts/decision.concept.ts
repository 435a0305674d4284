import fc from 'fast-check';
import {
  actOf,
  asHistory,
  decisionAsMade,
  decisionContentOn,
  exampleId,
  fileAt,
  recorded,
  type FileId,
  type Population,
  type UnitId,
} from '@rt/domain';
import { decisionsIn } from '../../libs/inspection/src/population';
import { gatherDecisions } from '../../libs/inspection/src/evidence';
import { openTestHouse } from '../../libs/inspection/src/house.fixture';
import { filesOf } from '../../libs/inspection/src/review/review-files';
import { streamOfFile } from '@rt/files';
import { FILE_ID, type Concept, type History } from './concept';
import { FIRST, historyOf, statements, type StatementTime } from './statements.fixture';

const MEASURES = ['ledsagning', 'ledsagarservice', 'avlosarservice'] as const;
const LAWS = [
  { statute: '2001:453', section: '4 kap. 1 §' },
  { statute: '1993:387', section: '9 § 3' },
];

const population = (measure: (typeof MEASURES)[number]): Population => ({
  measures: [measure],
  outcomes: ['approval', 'partialRejection', 'rejection'],
  decidedFrom: FIRST,
  decidedTo: FIRST,
  unitIds: ['norr' as UnitId],
});

/** A decision whose measure and law are changed and corrected, on its own day or on later days. */
const historyWith = (changes: readonly StatementTime[], stream: string): History =>
  historyOf(
    [
      recorded('PersonalFileOpened', '2026-01-02'),
      recorded('CaseOpened', '2026-01-05'),
      recorded('DecisionMade', FIRST, { measure: MEASURES[0], law: LAWS[0]! }),
    ],
    changes,
    ({ day }, index) =>
      recorded(index % 2 === 0 ? 'DecisionCorrected' : 'DecisionChanged', day, {
        measure: MEASURES[(index + 1) % 3]!,
        law: LAWS[(index + 1) % 2]!,
      }),
  ).map((event) => ({
    ...event,
    stream,
    id: `${stream.slice(-12)}${event.id.slice(12)}` as typeof event.id,
  }));

export const decision: Concept = {
  question: 'What does a decision say on a day, and what did it say as it was made?',
  answeredBy: [decisionContentOn, decisionAsMade],
  properties: {
    'a population and its strata see the decision as it was made': () =>
      fc.assert(
        fc.property(statements, (changes) => {
          const file = fileAt(historyWith(changes, streamOfFile(FILE_ID)));
          const made = decisionAsMade(file.get('decision', exampleId('decision'))!);
          expect(decisionsIn(FILE_ID, file)).toMatchObject([
            { measure: made.measure, act: actOf(made.law), outcome: made.outcome },
          ]);
        }),
      ),
    'the files that are read for a draw hold every decision of the population': async () => {
      const house = await openTestHouse();
      try {
        let files = 0;
        await fc.assert(
          fc.asyncProperty(statements, fc.constantFrom(...MEASURES), async (changes, measure) => {
            files += 1;
            const fileId = `00000000-0000-4000-8000-${String(files).padStart(12, '0')}` as FileId;
            await house.keep(asHistory(historyWith(changes, streamOfFile(fileId))));
            const wanted = [population(measure)];
            const knownAt = '2027-01-01T00:00:00.000Z' as never;
            const named = await gatherDecisions(filesOf(house.ports, { populations: wanted }), wanted);
            const all = await gatherDecisions(filesOf(house.ports, { populations: wanted, knownAt }), wanted);
            expect(named.map((one) => one.fileId)).toEqual(all.map((one) => one.fileId).sort());
          }),
          { numRuns: 40 },
        );
      } finally {
        await house.db.close();
        await house.store.close();
      }
    },
  },
};
