import fc from 'fast-check';
import {
  addDays,
  caseTurns,
  closedOn,
  decide,
  END_OF_TIME,
  exampleId,
  fileAt,
  isClosedOn,
  recorded,
  situationOf,
  type LocalDate,
} from '@rt/domain';
import { caseOverview } from '../../libs/read-models/src/case-overview/case-overview.read-model';
import { expiries } from '../../libs/read-models/src/expiries/expiries.read-model';
import { findings } from '../../libs/read-models/src/findings/findings.read-model';
import { IN_FORCE, rowsOf, type Concept, type History } from './concept';
import { FIRST, historyOf, lastSaidBy, someDay, statements, type StatementTime } from './statements.fixture';

const before = [
  recorded('PersonalFileOpened', '2026-01-02'),
  recorded('CaseOpened', '2026-01-05'),
  recorded('DecisionMade', '2026-01-20', { to: addDays(FIRST, 300) }),
  // Late enough that its plan is not overdue when the case closes: what is overdue rests.
  recorded('OrderSent', '2026-02-28'),
];

/** A case with closings and reopenings. In folding order they need not alternate, as after the retraction of an entry. */
const historyWith = (turns: readonly StatementTime[]): History =>
  historyOf(before, turns, ({ day }, index) =>
    recorded(index % 2 === 0 ? 'CaseClosed' : 'CaseReopened', day),
  );

const caseIn = (history: History) => fileAt(history).things('case')[0]!;

/** Whether the last statement that counts on the day is a closing. A closing counts from the day after it, a reopening from its own day. */
const closedBy = (turns: readonly StatementTime[], day: LocalDate): boolean => {
  const counted = turns.map((turn, index) => ({
    ...turn,
    day: index % 2 === 0 && turn.day === day ? END_OF_TIME : turn.day,
  }));
  const last = lastSaidBy(counted, day);
  return last !== undefined && last % 2 === 0;
};

export const closedCase: Concept = {
  question: 'Is a case closed on a day?',
  answeredBy: [caseTurns, isClosedOn, closedOn],
  properties: {
    'it is what the last of its turns says, in folding order': () =>
      fc.assert(
        fc.property(statements, someDay, (turns, day) => {
          expect(isClosedOn(caseIn(historyWith(turns)), day)).toBe(closedBy(turns, day));
        }),
      ),
    'the writer refuses what needs an open case on the days on which it is closed': () =>
      fc.assert(
        fc.property(statements, someDay, (turns, day) => {
          const history = historyWith(turns);
          const note = {
            type: 'OrderCancelled',
            occurredOn: day,
            caseId: exampleId('case'),
            data: { orderId: exampleId('order'), reason: 'flyttat' },
          } as const;
          const verdict = decide(note, situationOf(history, addDays(FIRST, 30), IN_FORCE.configuration));
          const refused = !verdict.accepted && verdict.refusal.code === 'CASE_CLOSED';
          expect(refused).toBe(isClosedOn(caseIn(history), day));
        }),
      ),
    'the writer lets a case be closed or reopened in turn, in folding order': () =>
      fc.assert(
        fc.property(statements, (turns) => {
          let accepted: readonly StatementTime[] = [];
          for (const turn of turns) {
            const type = accepted.length % 2 === 0 ? 'CaseClosed' : 'CaseReopened';
            const { day: occurredOn, time } = turn;
            const command = {
              ...recorded(type, occurredOn),
              ...(time !== undefined && { occurredTime: time }),
            };
            const situation = situationOf(historyWith(accepted), addDays(FIRST, 30), IN_FORCE.configuration);
            if (decide(command, situation).accepted) accepted = [...accepted, turn];
          }
          const types = caseTurns(caseIn(historyWith(accepted))).map(({ type }) => type);
          expect(types).toEqual(types.map((_, index) => (index % 2 === 0 ? 'CaseClosed' : 'CaseReopened')));
        }),
      ),
    'the cases, the findings, the last days and the duties end with the same closing': () =>
      fc.assert(
        fc.property(statements, (turns) => {
          const history = historyWith(turns);
          const closed = closedOn(caseIn(history)) ?? null;
          expect(isClosedOn(caseIn(history), END_OF_TIME)).toBe(closed !== null);
          expect(rowsOf(caseOverview, history)['cases']).toMatchObject([{ closedOn: closed }]);
          expect(rowsOf(expiries, history)['expiries']).toMatchObject([{ endedOn: closed }]);
          const found = rowsOf(findings, history)['findings'] as readonly {
            readonly rule: string;
            readonly caseClosedFrom: string | null;
            readonly voidedOn: string | null;
          }[];
          expect(found.map(({ caseClosedFrom }) => caseClosedFrom)).toEqual(found.map(() => closed));
          const planDue = found.filter(({ rule }) => rule.startsWith('plan-due'));
          expect(planDue.some(({ voidedOn }) => voidedOn === null)).toBe(closed === null);
        }),
      ),
  },
};
