import type { Text } from '@rt/domain';
import type { JobState } from '@rt/jobs';
import type { NotGranted } from '@rt/identity';
import type { DataFolderUnusable } from '@rt/event-store';

const said = (sv: string, en: string): Text => ({ sv, en });

type Reason = DataFolderUnusable['reason'];

/** Why a database cannot be written in, for the operator. */
const REASONS: Readonly<Record<Reason, Text>> = {
  locked: said('Den är låst av en annan process.', 'Another process holds it.'),
  corrupt: said('Den är skadad.', 'It is damaged.'),
  diskError: said('Disken svarade med ett fel.', 'The disk reported an error.'),
  wrongKey: said('Nyckeln passar inte.', 'The key does not fit.'),
  full: said('Disken är full.', 'The disk is full.'),
  readOnly: said('Den går inte att skriva i.', 'It cannot be written in.'),
  newerVersion: said(
    'Den är skriven av en nyare version av programmet.',
    'It was written by a newer version of the program.',
  ),
  missing: said('Den saknas.', 'It is missing.'),
  behind: said('Händelser som fanns saknas.', 'Events that were stored are missing.'),
};

const ACCESS: Readonly<Record<NotGranted['refused'] | 'BEYOND_REACH', Text>> = {
  NO_RELATION: said('Du har inget uppdrag i akten.', 'You have no relation to the file.'),
  NOT_PERMITTED: said('Din roll får inte göra detta.', 'Your role may not do this.'),
  PURPOSE_NOT_ACCEPTED: said(
    'Ändamålet ger inte din roll rätt till detta.',
    'This purpose does not give your role a right to this.',
  ),
  PURPOSE_REQUIRED: said('Ange ändamålet med läsningen.', 'State the purpose of the read.'),
  BEYOND_REACH: said('Frågan går utanför det du når.', 'The question goes beyond what you reach.'),
};

const JOB_STATES: Readonly<Record<JobState, Text>> = {
  queued: said('Jobbet väntar på sin tur.', 'The job waits for its turn.'),
  running: said('Jobbet pågår.', 'The job is running.'),
  done: said('Jobbet är klart.', 'The job is done.'),
  failed: said('Jobbet misslyckades. Fråga igen.', 'The job failed. Ask again.'),
  interrupted: said(
    'Servern slutade innan jobbet var klart. Fråga igen.',
    'The server ended before the job did. Ask again.',
  ),
};

const POSITION = said(
  'Ska vara `position` ur svaret på en skrivning.',
  'Should be `position` from the answer to a write.',
);

/** The text of each code of a field that the HTTP side gives. The codes of the write side have their texts there. */
export const FIELD_TEXTS = {
  unknownParameter: said(
    'Frågan har en parameter som inte finns här.',
    'The query has a parameter that does not exist here.',
  ),
  invalidParameter: said('Värdet går inte att läsa.', 'The value cannot be read.'),
  notJson: said('Ska vara ett JSON-objekt eller en lista.', 'Should be a JSON object or a list.'),
  notUtf8: said('Ska vara text i UTF-8.', 'Should be text in UTF-8.'),
  duplicateName: said('Ett fält står två gånger i samma objekt.', 'A field stands twice in one object.'),
  aborted: said('Hela begäran kom inte fram.', 'The request did not arrive whole.'),
  host: said('Ska vara den här datorns eget namn.', 'Should be the own name of this machine.'),
  hour: said(
    'Ska vara en hel timme från 0 till 23, eller null: inget mejl.',
    'Should be a whole hour from 0 to 23, or null: no mail.',
  ),
  position: POSITION,
  unknownPosition: said('Lagret har ingen sådan plats.', 'The store has no such position.'),
  idempotencyKey: said(
    'Ska vara 1 till 200 tecken ur ASCII, utan blanksteg.',
    'Should be 1 to 200 ASCII characters, without blanks.',
  ),
  entityTag: said(
    'Ska vara ETag ur svaret då akten lästes.',
    'Should be the ETag of the answer when the file was read.',
  ),
  REVISION_MISMATCH: said(
    'Akten har en annan revision nu. Läs den igen.',
    'The file has another revision now. Read it again.',
  ),
  mediaType: said(
    'Accept ska ta emot någon av de typer som svaret finns i.',
    'Accept should take one of the types that the answer exists in.',
  ),
  purpose: said('Det finns inget sådant ändamål.', 'There is no such purpose.'),
  directoryId: said(
    'Ska vara en användares id ur katalogen.',
    'Should be the id of a user of the directory.',
  ),
  UNKNOWN_USER: said(
    'Ska vara en användares id ur katalogen.',
    'Should be the id of a user of the directory.',
  ),
  term: said('Ska vara en text med 1 till 100 tecken.', 'Should be a text of 1 to 100 characters.'),
  noticeIds: said(
    'Ska vara en lista med högst 500 id för aviseringar.',
    'Should be a list of at most 500 ids of notices.',
  ),
  NOT_DRAWN: said('Granskningen har inget urval ännu.', 'The review has no sample yet.'),
  PLAN_INVALID: said(
    'Planen går inte att genomföra så som det står här.',
    'The plan cannot be carried out as this says.',
  ),
  ALREADY_PLANNED: said('Id:t är redan taget av en annan plan.', 'The id is taken by another plan.'),
  REVIEW_CLOSED: said('Granskningen är stängd.', 'The review is closed.'),
  NOT_APPROVED: said('Granskningen är inte godkänd.', 'The review is not approved.'),
  NOT_PROPOSED: said('Avslutet är inte föreslaget.', 'The closing has not been proposed.'),
  OWN_PLAN: said('En annan person ska göra detta.', 'Another person has to do this.'),
  PLAN_OUTDATED: said('Planen har ett frö som någon valde.', 'The plan has a seed that somebody chose.'),
  DRAWS_NOTHING: said('Det finns inget beslut att dra bland.', 'There is no decision to draw among.'),
  CONFIRM_NUMBER: said(
    'Ska vara det antal akter som står i utsikten.',
    'Should be the number of files that the outlook gives.',
  ),
  REACH_GREW: said('Fler akter än vad som godkändes.', 'More files than were approved.'),
  SECOND_PERSON: said(
    'Ska sägas av en annan användare än den som planerade och den som drar.',
    'Should be said by another user than the planner and the one who draws.',
  ),
  VALUE_LOST: said('Det förseglade värdet är borta.', 'The sealed value is gone.'),
  KEY_REUSED: said('Nyckeln har redan använts för något annat.', 'The key was used for something else.'),
  draftType: said('Ska vara ett steg som kan antecknas här.', 'Should be a step that can be recorded here.'),
  draftValues: said('Ska vara det som står i formuläret.', 'Should be what is written in the form.'),
  DRAFT_RECORDED: said('Steget är redan antecknat.', 'The step is recorded already.'),
  drafts: said('För många utkast. Kasta ett.', 'Too many drafts. Discard one.'),
  openStreams: said('För många öppna strömmar. Stäng en först.', 'Too many open streams. Close one first.'),
  openJobs: said(
    'För många jobb som inte är klara. Vänta på ett.',
    'Too many jobs that have not ended. Wait for one.',
  ),
  keptJobs: said('För många sparade jobb. Ta bort ett.', 'Too many kept jobs. Remove one.'),
  jobs: said('Alla platser är upptagna.', 'All places are taken.'),
  eventStore: said('Händelselagret går inte att läsa.', 'The event store cannot be read.'),
  clock: said('Klockan har hoppat framåt.', 'The clock has leapt forward.'),
  readModels: said(
    'Listorna hinner inte följa händelselagret.',
    'The lists do not keep up with the event store.',
  ),
  closing: said('Servern håller på att avslutas.', 'The server is about to end.'),
  ...REASONS,
  ...ACCESS,
  ...JOB_STATES,
} as const satisfies Readonly<Record<string, Text>>;

export type FieldCode = keyof typeof FIELD_TEXTS;

/** An error in one field, with the words for it. */
export interface ProblemField {
  /** Path in the body, a header or a parameter; empty: the whole request. */
  readonly field: string;
  readonly code: string;
  readonly text: Text;
  /** What may stand there, if that is a list of words. */
  readonly allowed?: readonly string[];
  /** The ids of files that it is about, as far as the reader may learn them. */
  readonly files?: readonly string[];
}

/** An error that the HTTP side finds. Its text is that of the code, unless it has a more precise one. */
export interface FoundField {
  readonly field: string;
  readonly code: FieldCode;
  readonly text?: Text;
  readonly allowed?: readonly string[];
}
