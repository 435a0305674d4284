import { RULES } from '@rt/rules';
import { arbitraryHistory } from '../../../domain/src/history.fixture';
import fc from 'fast-check';
import { DEFAULT_CONFIGURATION, type FileId } from '@rt/domain';
import { LoadedFile } from '@rt/files';
import { DEFAULT_RULESET } from '@rt/rules';
import { ALL_MODELS, FILE_MODELS } from '../models';
import type { Column } from './columns';

/**
 * Every column of every table, by kind. A new column stands here first, with what asks for it; whoever adds one answers: does it say something about a
 * person that her file's key does not protect? An amount, an age, a yes or no, a section of a statute is sealed, or left out.
 */
const COLUMNS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  findings: {
    id: 'fileId id subject trigger caseId unitId workerId lineOf',
    // The lists filter by rule, severity, step and kind, and show the case.
    code: 'rule severity step kind',
    day: 'heldFrom heldUntil arisesOn dueOn fulfilledOn voidedOn explainedOn acknowledgedOn acknowledgedUntil remindedOn returnedOn openUntil caseClosedFrom ownLineFrom',
    version: 'ruleVersion',
    settings: 'numbers',
    ids: 'evidence',
  },
  findingFacts: { id: 'fileId', sealed: 'facts' },
  // The draw asks which files have a decision about a measure in a period, and reads those files.
  decisions: { id: 'fileId decisionId', code: 'measure', day: 'decidedIn' },
  openedFiles: { id: 'fileId boardId' },
  fileHolders: { id: 'fileId userId unitId', code: 'role', day: 'heldFrom heldUntil', ordinal: 'ordinal' },
  expiries: {
    id: 'fileId eventId subject caseId unitId workerId',
    code: 'kind',
    day: 'heldFrom heldUntil statedOn lastDay renewedOn endedOn openUntil',
    sealed: 'note',
  },
  cases: {
    id: 'fileId caseId unitId workerId',
    // The list of cases filters by state, next step and measure, and shows the outcome.
    code: 'measure state nextStep outcome',
    day:
      'heldFrom heldUntil stateOn decisionCorrectedOn decisionByCourt openedOn applicationOn investigationOn decisionOn orderOn planOn startedOn ' +
      'lastFollowUpOn closedOn',
  },
  // The lists draw the thread of each case. It says no more than the findings and the days of the steps do.
  caseThreads: { id: 'fileId caseId', code: 'states', day: 'fromDay' },
  // Which decisions were corrected afterwards, are a court's, or had an entry retracted, and why: codes that the lists show beside them.
  decisionMarks: { id: 'fileId decisionId', code: 'kind detail', day: 'markedOn' },
  notices: {
    id: 'fileId id obligationId eventId caseId unitId workerId',
    code: 'kind rule eventType',
    day: 'dueOn heldFrom heldUntil appearsOn endsOn',
    instant: 'knownAt',
    settings: 'numbers',
  },
  filePersons: { id: 'fileId boardId', sealed: 'name words caseNumbers', hash: 'protection' },
  searchMarks: { id: 'fileId', hash: 'mark' },
  sharedMarks: { id: 'fileId', code: 'what', hash: 'mark' },
  reviews: { id: 'reviewId' },
  sampledFiles: { id: 'reviewId fileId' },
  // Which units are told of a review.
  reviewNotices: {
    id: 'reviewId id unitId',
    code: 'eventType',
    day: 'appearsOn',
    instant: 'knownAt',
  },
  // Who is away when, and who stands in; never why.
  absences: { id: 'unitId absenceId userId substituteId', day: 'firstDay lastDay' },
};

describe('the columns of the read models', () => {
  it('are those that were weighed, each of its kind', () => {
    const declared = Object.fromEntries(
      ALL_MODELS.flatMap(({ tables }) => tables).map(({ name, columns }) => [name, namesByKind(columns)]),
    );
    const weighed = Object.fromEntries(
      Object.entries(COLUMNS).map(([table, kinds]) => [
        table,
        Object.fromEntries(Object.entries(kinds).map(([kind, names]) => [kind, names.split(' ').sort()])),
      ]),
    );
    expect(declared).toEqual(weighed);
  });

  it('of settings hold numbers of rules, which are the same for everybody, and nothing else', () => {
    const parameters = new Set(
      RULES.flatMap(({ versions }) => versions.flatMap((version) => Object.keys(version.parameters))),
    );
    const seen = new Set<string>();
    fc.assert(
      fc.property(arbitraryHistory({ stepsMax: 80 }), (history) => {
        const file = new LoadedFile('00000000-0000-4000-8000-000000000001' as FileId, history);
        for (const model of FILE_MODELS)
          model.rowsOf(file, IN_FORCE, (table, row) => {
            for (const [name, { kind }] of Object.entries<Column>(table.columns)) {
              const value = row[name as keyof typeof row] as unknown as string | null;
              if (kind === 'settings' && value !== null)
                for (const key of Object.keys(JSON.parse(value) as object)) seen.add(key);
            }
          });
      }),
      { numRuns: 40 },
    );
    expect([...seen].filter((name) => !parameters.has(name))).toEqual([]);
    expect(seen.size).toBeGreaterThan(0);
  });
});

const IN_FORCE = { ruleset: DEFAULT_RULESET, configuration: DEFAULT_CONFIGURATION, revision: -1 };

const namesByKind = (columns: Readonly<Record<string, Column>>): object =>
  Object.fromEntries(
    Object.entries(Object.groupBy(Object.entries(columns), ([, { kind }]) => kind)).map(([kind, some]) => [
      kind,
      some.map(([name]) => name).sort(),
    ]),
  );
