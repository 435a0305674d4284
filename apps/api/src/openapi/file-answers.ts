import {
  RECORDING_PERMISSIONS,
  rulesetVocabulary,
  RETRACTION_KINDS,
  shape as s,
  SUBJECTS,
  type EventId,
  type FileId,
} from '@rt/domain';
import { RELATIONS, ROLES } from '@rt/identity';
import { caseThread, findingEffect, replayedFinding } from '@rt/rules';
import { COMPARISON_ANSWERS } from '../orders/order-comparison';
import { position } from './position';

const payload = () =>
  s.described(s.anything(), 'As `data` of the schema that bears the name of the event type');

const event = s.fields({
  eventId: s.uuid(),
  type: s.text(),
  schemaVersion: s.count(),
  revision: s.count(),
  occurredOn: s.day(),
  occurredTime: s.orNull(s.text()),
  recordedAt: s.instant(),
  recordedBy: s.text(),
  onBehalfOf: s.orNull(s.text()),
  unitId: s.text(),
  caseId: s.orNull(s.uuid()),
  origin: s.oneOf(['user', 'provider', 'import', 'operator']),
  redacted: s.flag(),
  data: s.orNull(payload()),
});

/** The current content of an entry, in the facts of a file. */
const ENTRY = { eventId: s.uuid(), type: s.text(), occurredOn: s.day(), data: payload() };
const ENTRY_MAY_HAVE = { occurredTime: s.text(), caseId: s.uuid() };
const entry = s.fields(ENTRY, ENTRY_MAY_HAVE);
const entries = () => s.listOf(s.refTo('Entry', entry));
const mark = { on: s.day(), text: s.inBoth() };
/** What is to be shown wherever the content of a decision is shown. */
const marks = s.fields(
  {},
  {
    correctedAfterService: s.described(
      s.fields(mark),
      'Its content was corrected after it was sent to the person, the last time on this day',
    ),
    byCourt: s.described(
      s.fields(mark, { courtCaseNumber: s.text() }),
      'From this day its content is what a court granted, and not the board’s',
    ),
  },
);
const thing = s.fields({ id: s.uuid(), ...ENTRY, later: entries() }, { ...ENTRY_MAY_HAVE, marks });

const facts = s.fields({
  person: s.orNull(s.described(s.anything(), 'As `person` of OpenFile')),
  things: s.described(
    s.byName(s.listOf(s.refTo('Thing', thing))),
    'By kind (case, decision, order, plan …): what began each thing, and what was recorded of it later',
  ),
  entries: s.described(entries(), 'What is about no thing: notes, households …'),
});

/** The facts, findings and threads of a file on a day. */
const JUDGED = {
  facts: s.refTo('Facts', facts),
  findings: s.listOf(s.refTo('FileFinding', replayedFinding)),
  threads: s.described(
    s.listOf(s.refTo('CaseThread', caseThread)),
    'The red thread of each case: seven steps from application to follow-up',
  ),
};
/** Never what the entry said. */
const takenOut = s.fields(
  {
    eventId: s.uuid<EventId>(),
    how: s.described(
      s.oneOf(['redacted', 'retracted']),
      'redacted: made unreadable; retracted: counts as never made, as an entry in the wrong file',
    ),
    by: s.text(),
    at: s.instant(),
  },
  { kind: s.described(s.oneOf(RETRACTION_KINDS), 'Of a retraction: why') },
);
const takenOuts = () => s.listOf(s.refTo('TakenOut', takenOut));
const events = () => s.listOf(s.refTo('Event', event));

/** Whether something allows a contact with a party, on its day and about its subjects. */
const cover = s.fields({
  partyId: s.uuid(),
  covered: s.flag(),
  by: s.described(
    s.listOf(s.fields({ kind: s.oneOf(['consent', 'representative']), id: s.uuid() })),
    'What covers at least one of the subjects',
  ),
  uncovered: s.listOf(s.oneOf(SUBJECTS)),
  reserved: s.described(
    s.listOf(s.uuid()),
    'Consents that would cover more if their reservation did not name the party or the subject',
  ),
});
const { grounds } = s.shapesOf(rulesetVocabulary.events.LawfulGroundsAdopted.fields);
/** A contact, the parties that it is with, and the sections of law that may allow it all the same. */
const covers = s.fields({
  parties: s.listOf(s.refTo('Cover', cover)),
  grounds: s.described(grounds, 'The municipality’s list of sections that may allow a contact on that day'),
});

/** The schemas of answers about one personal file. */
export const FILE_ANSWERS = {
  FileOpened: s.fields({ fileId: s.uuid<FileId>(), position: position() }),
  Recorded: s.fields({
    events: s.listOf(
      s.fields({
        eventId: s.uuid(),
        type: s.text(),
        ids: s.described(s.byName(s.uuid()), 'Ids given, or made, by their place'),
      }),
    ),
    revision: s.count(),
    position: position(),
  }),
  FindingEffect: findingEffect,
  Cover: cover,
  ContactCover: covers,
  Preview: s.fields({
    revision: s.described(s.count(), 'The revision of the file on which the steps were decided'),
    on: s.day(),
    findings: s.described(
      s.listOf(s.refTo('FindingEffect', findingEffect)),
      'The findings whose status today would change',
    ),
    contacts: s.described(
      s.listOf(s.refTo('ContactCover', covers)),
      'The contacts among the steps, in order',
    ),
  }),
  ...COMPARISON_ANSWERS,
  FileFinding: replayedFinding,
  CaseThread: caseThread,
  Entry: entry,
  Thing: thing,
  Facts: facts,
  File: s.fields({
    fileId: s.uuid<FileId>(),
    on: s.day(),
    revision: s.count(),
    as: s.fields({ role: s.oneOf(ROLES), relation: s.oneOf(RELATIONS) }),
    mayRecord: s.described(
      s.listOf(s.oneOf(RECORDING_PERMISSIONS)),
      'The permissions to record that the reader has in the file today: what a page offers',
    ),
    ...JUDGED,
  }),
  Event: event,
  TakenOut: takenOut,
  History: s.fields({
    fileId: s.uuid<FileId>(),
    events: events(),
    takenOut: takenOuts(),
    next: s.orNull(s.count()),
  }),
  Replay: s.fields(
    {
      fileId: s.uuid<FileId>(),
      asOf: s.day(),
      knownAt: s.orNull(s.instant()),
      events: events(),
      takenOut: takenOuts(),
      ...JUDGED,
    },
    { now: s.described(s.fields(JUDGED), 'With `review`: the same day by what is known now') },
  ),
};
