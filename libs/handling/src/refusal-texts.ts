import { attemptsMax } from '@rt/event-store';
import { depthMax, valuesMax } from './limits';
import type { RefusedCode } from './refused-codes';
import { isEventType, TITLES, type Text } from '@rt/domain';

/** Values for a text: codes, days and revisions, never a text that a user wrote. `known`: what may stand there, separated by “, ”. */
export type RefusalDetails = Readonly<Record<string, string | number>>;

const text = (sv: string, en: string) => (): Text => ({ sv, en });

/** The text for each refusal code: what would be right. A code without texts does not compile. */
export const REFUSAL_TEXTS: Readonly<Record<RefusedCode, (details: RefusalDetails) => Text>> = {
  UNKNOWN_ID: text(
    'Det finns inget sådant i akten. Ange id för något som redan är antecknat, eller null där det är tillåtet.',
    'There is no such thing in the file. Give the id of something recorded before, or null where that is allowed.',
  ),
  ID_TAKEN: text(
    'Id:t är redan använt i akten. Ange ett nytt, eller utelämna det så skapas ett.',
    'The id is taken in this file. Give a new one, or leave it out and one is made.',
  ),
  CASE_REQUIRED: text('Ange det ärende som steget hör till.', 'Name the case that this step belongs to.'),
  CASE_CLOSED: text(
    'Ärendet var avslutat den dagen. Återöppna det först (CaseReopened), eller ange en dag då det var öppet.',
    'The case was closed on that day. Reopen it first (CaseReopened), or give a day when it was open.',
  ),
  IN_THE_FUTURE: text(
    'Får inte ligga efter dagens datum; här står det som har hänt.',
    'May not be after today; this is a record of what has happened.',
  ),
  BEFORE_1900: text('Ska vara 1900-01-01 eller senare.', 'Must be 1900-01-01 or later.'),
  END_BEFORE_START: text(
    'Slutet ligger före början. Ange ett slut samma dag som början eller senare.',
    'The end lies before the start. Give an end on the same day or later.',
  ),
  FILE_NOT_OPEN: text(
    'Det finns ingen sådan personakt. Öppna den först.',
    'There is no such personal file. Open it first.',
  ),
  FILE_ALREADY_OPEN: text(
    'Personakten är redan öppnad. Ändrade uppgifter antecknas med PersonDetailsChanged.',
    'The personal file is open already. Record changed details with PersonDetailsChanged.',
  ),
  NOT_CLOSED: text('Ärendet är inte avslutat.', 'The case is not closed.'),
  ALREADY_CLOSED: text('Ärendet är redan avslutat.', 'The case is closed already.'),
  WRONG_CASE: text(
    'Det som steget gäller hör till ett annat ärende. Ange det ärendet.',
    'What this step is about belongs to another case. Name that case.',
  ),
  CANNOT_BE_RETRACTED: text(
    'Anteckningen kan inte makuleras. Ange id för en ursprunglig anteckning; en öppnad akt rättas i stället, och en makulering ångras genom att den makulerade anteckningen rättas (EntryCorrected).',
    'This entry cannot be retracted. Give the id of an original entry. An opened file is corrected instead, and a retraction is undone by correcting the retracted entry (EntryCorrected).',
  ),
  CANNOT_BE_CORRECTED: text(
    'Anteckningen kan inte rättas. Ange id för en ursprunglig anteckning som går att läsa.',
    'This entry cannot be corrected. Give the id of an original entry that can be read.',
  ),
  CANNOT_BE_REDACTED: text(
    'Anteckningen kan inte maskeras. Ange id för en anteckning som går att läsa, och maskera först dess rättelser. Aktens öppnande och andra maskeringar står kvar.',
    'This entry cannot be made unreadable. Give the id of an entry that can be read, and first make its corrections unreadable. The opening of the file and other redactions stay.',
  ),
  ALREADY_RETRACTED: text(
    'Anteckningen är redan makulerad. Den gäller igen om den rättas (EntryCorrected med skälet, utan andra uppgifter).',
    'The entry is retracted already. It counts again if it is corrected (EntryCorrected with the reason and nothing else).',
  ),
  THINGS_HANG_ON_IT: ({ count, types }) => {
    const titles = String(types ?? '')
      .split(' ')
      .filter(isEventType)
      .map((type) => TITLES[type]);
    return {
      sv: `Ärendet kan inte makuleras: ${count} anteckningar hör till det (${titles.map(({ sv }) => sv).join(', ')}). Makulera dem eller flytta dem till ett annat ärende först, eller avsluta ärendet.`,
      en: `The case cannot be retracted: ${count} entries belong to it (${titles.map(({ en }) => en).join(', ')}). Retract them or move them to another case first, or close the case.`,
    };
  },
  AT_LEAST_ONE: text('Ange minst ett av alternativen.', 'Give at least one of the alternatives.'),
  DEATH_RECORDED: text(
    'Dödsfallet är redan antecknat. Är dagen fel: rätta den anteckningen.',
    'The death is recorded already. If the day is wrong, correct that entry.',
  ),
  EXACTLY_ONE: text('Ange precis ett av alternativen.', 'Give exactly one of the alternatives.'),
  UNKNOWN_CODE: ({ known = '' }) => ({
    sv: `Koden finns inte i kommunens lista den dagen. Ange någon av koderna ${known}.`,
    en: `The code is not in the municipality’s list on that day. Give one of the codes ${known}.`,
  }),
  INVALID_INPUT: text('Uppgifterna går inte att läsa.', 'The input cannot be read.'),
  UNKNOWN_FIELD: ({ known }) =>
    known === undefined
      ? {
          sv: 'Här står ett fält som inte finns. Ta bort det.',
          en: 'There is a field here that does not exist. Remove it.',
        }
      : {
          sv: `Här står ett fält som inte finns. Fälten är: ${known}.`,
          en: `There is a field here that does not exist. The fields are: ${known}.`,
        },
  NOT_JSON: text('Värdet ska vara sådant som JSON kan bära.', 'The value must be one that JSON can hold.'),
  UNSTORABLE_TEXT: text(
    'Texten innehåller styrtecken eller halva tecken. Ta bort dem; tabbar och radbrytningar går bra.',
    'The text holds control characters or halves of characters. Remove them; tabs and line breaks are fine.',
  ),
  TOO_DEEP: text(
    `Uppgifterna ligger i fler än ${depthMax} nivåer.`,
    `The input is nested in more than ${depthMax} levels.`,
  ),
  TOO_LARGE: text(
    `Uppgifterna är för stora för att antecknas på en gång (högst ${valuesMax} värden och en megabyte). Dela upp dem.`,
    `The input is too large to be recorded at once (at most ${valuesMax} values and a megabyte). Divide it.`,
  ),
  NOT_ALLOWED: text(
    'Du har inte behörighet till detta steg i denna akt, eller så finns akten inte.',
    'You are not allowed to record this step in this file, or there is no such file.',
  ),
  NOT_OF_THE_BOARD: text(
    'Det finns ingen sådan användare i aktens nämnd. Ange någon som arbetar där, eller lämna tomt där det går.',
    'There is no such user at the board of the file. Give somebody who works there, or leave it out where that is allowed.',
  ),
  NOT_OF_THE_UNIT: text(
    'Personen arbetar inte i enheten. Ange en handläggare i enheten; den egna chefen antecknar frånvaron.',
    'The user does not work in the unit. Give a case worker of the unit; the absence is recorded by the user’s own manager.',
  ),
  NOT_A_CASE_WORKER: text(
    'Personen är inte handläggare. Ange en handläggare i nämnden.',
    'The user is no case worker. Give a case worker of the board.',
  ),
  STANDS_IN_FOR_SELF: text(
    'Den frånvarande kan inte vara sin egen ersättare. Ange någon annan.',
    'The absent worker cannot be the stand-in. Give somebody else.',
  ),
  UNKNOWN_ABSENCE: text(
    'Det finns ingen sådan frånvaro i enheten. Ange id för händelsen som antecknade den.',
    'There is no such absence in the unit. Give the id of the event that recorded it.',
  ),
  PERSON_HAS_FILE: text(
    'Personen har redan en akt hos nämnden. Fortsätt i den, eller ange varför en till ska öppnas (reason).',
    'The person has a file at the board already. Go on in that one, or say why another is to be opened (reason).',
  ),
  CASE_NUMBER_TAKEN: text(
    'Ärendenumret finns redan hos nämnden. Ange ett annat, eller anteckna i samma begäran varför det används igen (NoteWritten).',
    'The case number exists at the board already. Give another, or record in the same request why it is used again (NoteWritten).',
  ),
  KEY_REUSED: text(
    'Samma idempotensnyckel har redan använts för andra uppgifter. Ange en ny nyckel.',
    'The same idempotency key was used for other content. Give a new key.',
  ),
  CONFLICT: text(
    `Andra skrev på samma ställe samtidigt, ${attemptsMax} gånger i rad. Inget är sparat; försök igen.`,
    `Others wrote in the same place at the same time, ${attemptsMax} times in a row. Nothing is stored; try again.`,
  ),
  REVISION_MISMATCH: ({ actual }) => ({
    sv: `Akten har ändrats sedan den lästes (nu revision ${actual}). Läs den igen.`,
    en: `The file has changed since it was read (now at revision ${actual}). Read it again.`,
  }),
  FILE_ERASED: text('Akten är gallrad.', 'The file has been erased.'),
  SCOPE_INCOMPLETE: text(
    'Ange scopeId för en nämnd eller enhet, och utelämna det för hela kommunen.',
    'Give scopeId for a board or a unit, and leave it out for the whole municipality.',
  ),
  UNKNOWN_RULE: text(
    'Det finns ingen sådan regel. Ange id för en regel ur listan över reglerna.',
    'There is no such rule. Give the id of a rule in the list of rules.',
  ),
  RULE_RESTS_ON_LAW: text(
    'Regeln vilar på lag och kan inte göras vilande. Enstaka brister kan kvitteras med skäl.',
    'The rule rests on law and cannot be paused. Single gaps can be acknowledged with a reason.',
  ),
  CASE_OPEN: text(
    'Akten har ett öppet ärende. Avsluta det först.',
    'The file has an open case. Close it first.',
  ),
  FILE_PRESERVED: text(
    'Akten ska bevaras (FilePreserved) och får inte gallras.',
    'The file is to be preserved (FilePreserved) and may not be erased.',
  ),
  ERASURE_PAUSED: text(
    'Gallringen är pausad (ErasurePaused). Återuppta den först (ErasureResumed).',
    'The erasure is paused (ErasurePaused). Resume it first (ErasureResumed).',
  ),
  KEPT_FIVE_YEARS: ({ until = '' }) => ({
    sv: `Akten sparas i fem år efter den sista anteckningen och får gallras från och med ${until} (SoL 16 kap. 1 §, LSS 21 c §).`,
    en: `The file is kept for five years after its last entry, and may be erased from ${until} (SoL 16:1, LSS 21 c).`,
  }),
};
