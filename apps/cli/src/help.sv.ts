/** The help of the command line in Swedish, by the English text that the commands are registered with. */
const TEXTS: Readonly<Record<string, string>> = {
  'Röda tråden: every handling step as an event, every gap found by rule, every case replayed to any date':
    'Röda tråden: varje handläggningssteg som en händelse, varje brist funnen av en regel, varje ärende uppspelat till vilken dag som helst',
  'the data folder (RT_DATA_DIR; otherwise ./data)': 'datamappen (RT_DATA_DIR; annars ./data)',
  'on a demo folder: the user id to act as (RT_OPERATOR; otherwise the operating system’s user)':
    'i en demomapp: användaren att agera som (RT_OPERATOR; annars operativsystemets användare)',
  'sv or en (RT_LANG; otherwise sv)': 'sv eller en (RT_LANG; annars sv)',
  'one JSON document on stdout instead of tables': 'ett JSON-dokument på stdout i stället för tabeller',
  'display help for command': 'visa hjälp om kommandot',

  // Days, units, users and lists that several commands take.
  'the day (otherwise today)': 'dagen (annars i dag)',
  'the unit': 'enheten',
  'the id of the file': 'aktens id',
  'the id of the file or of a case, or a case number': 'aktens eller ett ärendes id, eller ett ärendenummer',
  'the id of the personal file or of a case, or a case number':
    'personaktens eller ett ärendes id, eller ett ärendenummer',
  'the review, e.g. ledsagning-2021': 'granskningen, t.ex. ledsagning-2021',
  'the board whose file it is (RT_BOARD; otherwise socialnamnden)':
    'nämnden som har akten (RT_BOARD; annars socialnamnden)',
  'the unit that handles it (RT_UNIT; otherwise funktionsnedsattning)':
    'enheten som handlägger (RT_UNIT; annars funktionsnedsattning)',

  'load the demo into an empty data folder, show broken threads and what came of a published review':
    'fyll en tom datamapp med demodata, visa brutna trådar och vad som blev av en publicerad granskning',
  'the unit whose broken threads are shown': 'enheten vars brutna trådar visas',
  'fill the data folder with synthetic personal files, through the same handlers that people use':
    'fyll datamappen med påhittade personakter, på samma väg som när människor registrerar',
  'the day up to which the living files reach (otherwise today)':
    'dagen som de levande akterna når fram till (annars i dag)',
  'another seed gives other people': 'ett annat frö ger andra personer',

  'what the rules find, with its status on a day, as it was by what is known now':
    'vad reglerna finner, med läget en viss dag enligt det som är känt nu',
  'of one unit': 'i en enhet',
  'of one rule, or several separated by commas': 'av en regel, eller flera med komma emellan',
  "in one case worker's files": 'i en handläggares akter',
  'by the day they are due, the oldest first or the newest': 'efter förfallodag, äldst eller nyast först',
  'rows at most (otherwise all in JSON, 50 in the table)':
    'högst så många rader (annars alla i JSON, 50 i tabellen)',
  'how a unit stands on a day: counts by rule, handling step and case worker':
    'hur en enhet ligger till en dag: antal per regel och vad varje handläggare har',
  'what a case worker has to do on a day: what is late, what is due, what expires':
    'vad en handläggare har att göra en dag: vad som är försenat, vad som ska göras, vad som löper ut',
  'the case worker': 'handläggaren',
  'lines at most (otherwise all in JSON, 50 in the table)':
    'högst så många rader (annars alla i JSON, 50 i tabellen)',
  'personal files by name, personal number or case number; the term is read from standard input':
    'personakter efter namn, personnummer eller ärendenummer; söktermen läses från standard input',
  'of one board (otherwise of all)': 'hos en nämnd (annars hos alla)',
  'a personal file as it is known now: the person, whom one may contact, the thread, what the rules find':
    'en personakt så som den är känd nu: personen, vilka som får kontaktas, tråden, vad reglerna finner',
  'every entry of a personal file as it was recorded, those that were corrected or taken out too':
    'varje anteckning i en personakt så som den gjordes, också rättade, makulerade och maskerade',
  'a case as it was on a day, as it was known at an instant':
    'ett ärende som det var en dag, så som det var känt vid en tidpunkt',
  'the id of the case, or its number': 'ärendets id eller nummer',
  'as it was on this day (otherwise today)': 'som det var den här dagen (annars i dag)',
  'as it was known then: an instant, or a day (its end); otherwise now':
    'som det var känt då: en tidpunkt, eller en dag (dess slut); annars nu',

  'open a personal file: { "person": { … } } on standard input (see `schema PersonalFileOpened`)':
    'öppna en personakt: { "person": { … } } på standard input (se `schema open`)',
  'idempotency key: the same key again opens the same file':
    'idempotensnyckel: samma nyckel igen öppnar samma akt',
  'in a new data folder: mark it as one with demo data, whose clock RT_NOW may set':
    'i en ny datamapp: märk den som en demomapp, vars klocka RT_NOW får ställa',
  'record one step, or an array of at most 50 that belong together, from standard input; all or none':
    'registrera ett steg, eller en lista med högst 50 som hör ihop, från standard input; alla eller inget',
  'the unit that records (otherwise the one that has the file)':
    'enheten som registrerar (annars den som har akten)',
  'idempotency key: the same key again is the same recording':
    'idempotensnyckel: samma nyckel igen är samma registrering',
  'only if the file still is at this revision': 'bara om akten ännu har den här revisionen',
  "JSON Schema of every event's input, of one type with its form (x-form); without a type and without --json: the list of types":
    'JSON Schema för varje händelses indata, för en typ med dess formulär (x-form); utan typ och utan --json: listan över typer',
  'one event type, or `open` for what opens a personal file':
    'en händelsetyp, eller `open` för det som öppnar en personakt',
  "adopt the municipality's settings from standard input: a rule's parameters, a paused rule, measures, life areas, lawful grounds of contacts":
    'anta kommunens inställningar från standard input: en regels tal, en pausad regel, insatser, livsområden, lagliga grunder för kontakter',
  'idempotency key: the same key again is the same adoption':
    'idempotensnyckel: samma nyckel igen är samma beslut',
  'erase a personal file for good (gallring), with its keys; five years after its last entry':
    'gallra en personakt för alltid, med dess nycklar; fem år efter sista anteckningen',
  'the section or decision; never anything about the person':
    'paragrafen eller beslutet; aldrig något om personen',
  'erase it; without this the command only says what it would erase':
    'gallra; utan den säger kommandot bara vad det skulle gallra',

  'the sample of a review as it was drawn; not drawn yet: what a draw would take now':
    'en gransknings urval så som det drogs; är det inte draget: vad en dragning skulle ta nu',
  'make the frame and the draw again and compare; ends with 1 where they differ':
    'gör ramen och dragningen på nytt och jämför; slutar med 1 om de skiljer sig',
  'print the sampling frame, made again, one decision a line; sha256sum gives its hash':
    'skriv ut urvalsramen, gjord på nytt, ett beslut per rad; sha256sum ger dess kontrollsumma',
  'compute every published row of a review from the files; ends with 1 where a row disagrees, or cannot be computed because a rule is paused':
    'räkna ut varje publicerad rad i en granskning ur akterna; slutar med 1 om en rad inte stämmer, eller inte går att räkna ut för att en regel är pausad',
  'by what was known then: an instant, or a day (its end); otherwise at the draw':
    'enligt det som var känt då: en tidpunkt, eller en dag (dess slut); annars vid dragningen',

  'go through the whole store: every byte, every link of the chain, every payload, the order of all events; ends with 1 where something is wrong':
    'gå igenom hela lagret: varje byte, varje länk i kedjan, varje innehåll, alla händelsers ordning; slutar med 1 om något är fel',
  'also compare with a checkpoint that was made earlier':
    'jämför också med en kontrollpunkt som gjordes tidigare',
  "whose signature the checkpoint must bear (PEM); otherwise the store's own key":
    'vars underskrift kontrollpunkten ska ha (PEM); annars lagrets egen nyckel',
  'also compare every row of the read models with what the events give':
    'jämför också varje rad i listorna med vad händelserna ger',
  'check a place of backups (its newest copy), or one `events-…` folder in it, instead of the data folder: needs no master key, restores nothing':
    'kontrollera en plats med säkerhetskopior (den nyaste), eller en mapp `events-…` där, i stället för datamappen: kräver ingen huvudnyckel, återställer inget',
  'repair: keep a copy of a damaged access log, delete the entries that are not authentic, and note which are gone, so that it can be read again':
    'repair: spara en kopia av en skadad åtkomstlogg, ta bort poster som inte är äkta och anteckna vilka som är borta, så att den går att läsa igen',
  repair: 'repair',
  'say whether the store ends where its mark, its tree, its read models and its newest checkpoints know that it ended, and holds the keys that they name; ends with 1 if something is missing':
    'säg om lagret slutar där dess märke, träd, listor och senaste kontrollpunkter vet att det slutade, och har nycklarna som de nämner; slutar med 1 om något saknas',
  'go on without the events that are missing; restoring a backup is better':
    'fortsätt utan händelserna som saknas; att återställa en säkerhetskopia är bättre',
  'say what the clock says beside the newest event; --confirm where it has leapt and is right':
    'säg vad klockan visar bredvid den senaste händelsen; --confirm när den har hoppat och går rätt',
  'the clock is right: go on recording after a leap': 'klockan går rätt: fortsätt registrera efter ett hopp',
  'sign the order of the whole store, the heads of all streams and the head of the access log, to be kept outside the house':
    'skriv under hela lagrets ordning, alla strömmars huvuden och åtkomstloggens huvud, att förvara utanför huset',
  'the note to make, and <file>.json with its lists; files that exist are not overwritten':
    'filen att göra, och <file>.json med dess listor; filer som finns skrivs inte över',
  'also prove that the history begins with that of this older checkpoint':
    'bevisa också att historien börjar med den i denna äldre kontrollpunkt',
  'write the history of one file with what proves it to somebody outside: libs/proof/verifier checks it with the public key alone':
    'skriv en akts historia med det som bevisar den för någon utanför: libs/proof/verifier kontrollerar den med bara den öppna nyckeln',
  'the file to make; one that exists is not overwritten': 'filen att göra; en som finns skrivs inte över',
  'prove what was recorded when, without showing the contents':
    'bevisa vad som antecknades när, utan att visa innehållet',
  'prove it up to this checkpoint, which a witness may have cosigned':
    'bevisa till och med denna kontrollpunkt, som ett vittne kan ha skrivit under',
  'for an archive or an auditor: check that a checkpoint continues the one cosigned last, and cosign it; needs no data folder':
    'för ett arkiv eller en revisor: kontrollera att en kontrollpunkt fortsätter den som senast skrevs under, och skriv under den; kräver ingen datamapp',
  'the checkpoint that was cosigned last; `none` the first time':
    'kontrollpunkten som senast skrevs under; `none` första gången',
  'the checkpoint to cosign': 'kontrollpunkten att skriva under',
  'the public key of the installation: the line, or a file that holds it':
    'installationens öppna nyckel: raden, eller en fil som har den',
  'the private key of the witness (PEM, Ed25519); made if it does not exist':
    'vittnets privata nyckel (PEM, Ed25519); görs om den inte finns',
  'the name that the witness signs under, such as stadsarkivet.example':
    'namnet som vittnet skriver under med, som stadsarkivet.example',
  'keeps the note that was cosigned last; otherwise <key file>.last':
    'sparar det som senast skrevs under; annars <key file>.last',
  'where the cosigned checkpoint goes; otherwise the note is printed':
    'dit den underskrivna kontrollpunkten skrivs; annars skrivs den ut',
  'copy the events into a new folder of a place of backups and replace the wrapped keys there, while the system runs; never the master key or the signing key':
    'kopiera händelserna till en ny mapp på en plats för säkerhetskopior och byt ut de inslagna nycklarna där, medan systemet är i gång; aldrig huvudnyckeln eller underskriftsnyckeln',
  'the place of backups: empty, new, or the one that was named before':
    'platsen för säkerhetskopior: tom, ny, eller den som nämndes förut',
  'put a backup into an empty data folder, check every file against its signed manifest, and prove that what was restored verifies':
    'lägg en säkerhetskopia i en tom datamapp, kontrollera varje fil mot den underskrivna förteckningen, och visa att det återställda håller',
  'the place of backups (its newest copy), or one `events-…` folder in it':
    'platsen för säkerhetskopior (den nyaste), eller en mapp `events-…` där',
  'the newest checkpoint: what it says was destroyed since the copy is destroyed again':
    'den senaste kontrollpunkten: vad som enligt den har förstörts sedan kopian förstörs igen',
  'show the public key and the statements about earlier ones; `keys rotate` changes the master key, the signing key or both':
    'visa den öppna nyckeln och intygen om tidigare; `keys rotate` byter huvudnyckeln, underskriftsnyckeln eller båda',
  'show (without it) or rotate': 'show (utan ord) eller rotate',
  'change the master key: to a new one that takes its place, or to the one in this file':
    'byt huvudnyckel: till en ny på samma plats, eller till den i den här filen',
  'change the signing key, in the same way': 'byt underskriftsnyckel, på samma sätt',
  'with --signing: where the statement for those who hold the earlier public key goes; <file>.checkpoint is a checkpoint that both keys signed':
    'med --signing: dit intyget skrivs för dem som har den tidigare öppna nyckeln; <file>.checkpoint är en kontrollpunkt som båda nycklarna har skrivit under',
  'make all read models anew from the events; the old ones answer until the new ones are whole':
    'gör om alla listor från händelserna; de gamla svarar tills de nya är hela',
  'measure the floors side by side, each against its limit; ends with 1 where one is missed':
    'mät golven sida vid sida, vart och ett mot sin gräns; slutar med 1 om ett missas',
  'of the full size (1,000,000 events): 0.01 takes a minute':
    'av full storlek (1 000 000 händelser): 0.01 tar en minut',
  'where temporary stores are made: on the disk to be measured':
    'där tillfälliga lager görs: på disken som ska mätas',
};

/** Texts with a list of words in them. */
const WITH_WORDS: readonly (readonly [RegExp, string])[] = [
  [
    /^(.*), or all \(otherwise all in JSON, what is open in the table\)$/,
    '$1 eller all (annars alla i JSON, det som är öppet i tabellen)',
  ],
  [/^(.*) \(otherwise all\)$/, '$1 (annars alla)'],
  [/^one, or several separated by commas: (.*)$/, 'ett, eller flera med komma emellan: $1'],
];

/** What commander itself says. */
const OF_COMMANDER: readonly (readonly [RegExp, string])[] = [
  [/^Usage:/gm, 'Användning:'],
  [/\[options\]/g, '[val]'],
  [/\[command\]/g, '[kommando]'],
  [/^Arguments:/gm, 'Argument:'],
  [/^Options:/gm, 'Val:'],
  [/^Commands:/gm, 'Kommandon:'],
  [/\(choices: /g, '(något av: '],
  [/\bdefault: /g, 'annars: '],
  [/^error: /gm, 'fel: '],
  [/required option '(.*)' not specified/, "valet '$1' måste anges"],
  [/missing required argument '(.*)'/, "argumentet '$1' saknas"],
  [/unknown option '(.*)'/, "valet '$1' finns inte"],
  [/unknown command '(.*)'/, "kommandot '$1' finns inte"],
  [/option '(.*)' argument missing/, "valet '$1' ska ha ett värde"],
  [
    /option '(.*)' argument '(.*)' is invalid\. Allowed choices are (.*)\./,
    "valet '$1' kan inte vara '$2'; det kan vara $3.",
  ],
  [
    /too many arguments(?: for '.*')?\. Expected (\d+) arguments? but got (\d+)[^\n]*/,
    'för många argument: väntade $1, fick $2.',
  ],
  [/\(Did you mean (.*)\?\)/, '(Menade du $1?)'],
  [/\(add --help to see how it is used\)/, '(lägg till --help för att se hur det används)'],
];

/** A text of a command in Swedish; undefined if it has none. */
export const helpInSwedish = (english: string): string | undefined =>
  TEXTS[english] ??
  WITH_WORDS.flatMap(([pattern, swedish]) =>
    pattern.test(english) ? [english.replace(pattern, swedish)] : [],
  )[0];

/** What commander prints, with its own words in Swedish. */
export const saidByCommander = (printed: string): string =>
  OF_COMMANDER.reduce((text, [pattern, swedish]) => text.replace(pattern, swedish), printed);
