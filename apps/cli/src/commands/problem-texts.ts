import type { Text } from '@rt/domain';
import type { BackupProblem, ProblemKind } from '@rt/composition';
import type { TreeProblemKind } from '@rt/evidence';

/** `rt lost` says how much is missing. */
export const LOSSES = { missing: 'eventsLost', replaced: 'eventsReplaced', noMark: 'noMark' } as const;

/** What a problem of a store or of a backup is called. */
export const PROBLEM_TEXTS: Record<
  | ProblemKind
  | TreeProblemKind
  | BackupProblem['kind']
  | (typeof LOSSES)[keyof typeof LOSSES]
  | 'treeMadeAnew'
  | 'valueLost',
  Text
> = {
  valueLost: {
    sv: 'planens förseglade värde är borta eller skadat, så urvalet kan inte dras (keys.sqlite)',
    en: 'the sealed value of the plan is gone or damaged, so its sample cannot be drawn (keys.sqlite)',
  },
  treeMadeAnew: {
    sv: 'trädet över ordningen saknades och gjordes om (se rt lost)',
    en: 'the tree of the order was missing and was made anew (see rt lost)',
  },
  eventsLost: {
    sv: 'de sista händelserna saknas (se rt lost)',
    en: 'the last events are missing (see rt lost)',
  },
  eventsReplaced: {
    sv: 'en annan händelse står på platsen (se rt lost)',
    en: 'another event stands in its place (see rt lost)',
  },
  noMark: {
    sv: 'märket för den sista händelsen saknas (se rt lost)',
    en: 'the mark of the last event is missing (see rt lost)',
  },
  changed: { sv: 'händelsen är ändrad', en: 'the event was changed' },
  wrongHash: { sv: 'kontrollsumman stämmer inte', en: 'the hash does not fit' },
  moved: { sv: 'händelsen hör till en annan ström', en: 'the event belongs to another stream' },
  missing: { sv: 'händelsen saknas', en: 'the event is missing' },
  inserted: { sv: 'händelsen är insatt i efterhand', en: 'the event was inserted' },
  reordered: { sv: 'händelsen står på fel plats', en: 'the event is out of order' },
  unopenable: { sv: 'innehållet går inte att öppna', en: 'the payload cannot be opened' },
  unindexed: {
    sv: 'händelser finns som en läsning av strömmen inte hittar',
    en: 'there are events that a read of the stream does not find',
  },
  erasureUnrecorded: {
    sv: 'strömmen är märkt som gallrad, men ingen gallring är registrerad',
    en: 'the stream is marked as erased, but no erasure is recorded',
  },
  damagedDatabase: { sv: 'databasfilen är skadad', en: 'the database file is damaged' },
  cutTail: { sv: 'slutet av strömmen är bortkapat', en: 'the end of the stream was cut off' },
  missingStream: { sv: 'hela strömmen saknas', en: 'the whole stream is missing' },
  rewrittenChain: { sv: 'kedjan är omräknad', en: 'the chain was recomputed' },
  badSignature: {
    sv: 'kontrollpunktens underskrift stämmer inte',
    en: "the checkpoint's signature does not fit",
  },
  otherStore: {
    sv: 'kontrollpunkten gäller en annan installation',
    en: 'the checkpoint is of another store',
  },
  otherPlace: {
    sv: 'händelsen är inte den som antecknades på denna plats i ordningen',
    en: 'the event is not the one that was recorded at this place in the order',
  },
  eventsMissing: {
    sv: 'trädet känner fler händelser än som finns eller är gallrade',
    en: 'the tree knows more events than are stored or were erased',
  },
  anchorChanged: { sv: 'ett ankare i trädet är ändrat', en: 'an anchor in the tree was changed' },
  ownNote: {
    sv: 'en tidigare egen kontrollpunkt stämmer inte',
    en: 'an earlier checkpoint of its own does not fit',
  },
  redactionUnlisted: {
    sv: 'trädets lista över maskerade anteckningar saknar denna (tree.sqlite)',
    en: "the tree's list of redactions lacks this one (tree.sqlite)",
  },
  redactionUnrecorded: {
    sv: 'trädets lista över maskerade anteckningar har en post som ingen händelse registrerar (tree.sqlite)',
    en: "the tree's list of redactions holds one that no event records (tree.sqlite)",
  },
  keysSetBack: {
    sv: 'nycklarna är äldre än dem som en kontrollpunkt anger, eller deras räknare är tillbakaställd (keys.sqlite)',
    en: 'the keys are older than those that a checkpoint names, or their count was set back (keys.sqlite)',
  },
  otherHistory: {
    sv: 'historien är inte en fortsättning på kontrollpunktens',
    en: "the history does not continue the checkpoint's",
  },
  lostSince: {
    sv: 'det som fanns vid kontrollpunkten saknas',
    en: 'what was there at the checkpoint is missing',
  },
  rewritten: { sv: 'kedjan är omräknad sedan dess', en: 'the chain was recomputed since then' },
  badLists: {
    sv: 'listorna bredvid kontrollpunkten är inte de som den undertecknar',
    en: 'the lists beside the checkpoint are not those that it signs',
  },
  unsigned: {
    sv: 'filen är ändrad, eller undertecknad med en annan nyckel',
    en: 'the file was changed, or another key signed it',
  },
  damaged: { sv: 'filen är skadad', en: 'the file is damaged' },
  keysTooOld: {
    sv: 'nycklarna är äldre än händelserna som de ska öppna',
    en: 'the keys are older than the events that they are to open',
  },
};
