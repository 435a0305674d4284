/** Sentences of investigations and decisions. They are written about a woman; `about` changes the pronouns for a man. */
export const RESOURCES = [
  'Hon hittar själv i sitt närområde och använder telefon med talsyntes.',
  'Hon är social, tar lätt kontakt och säger ifrån när något inte känns bra.',
  'Hon planerar sin vecka själv med hjälp av kalendern i telefonen.',
  'Hon sköter sitt hushåll med viss hjälp och lagar mat de flesta dagar.',
  'Hon har god hörsel och gott minne och lär sig nya vägar när någon visar flera gånger.',
  'Hon läser punktskrift och är van vid att använda dator med hjälpmedel.',
  'Hon har ett stort tålamod och fullföljer det som är påbörjat.',
  'Hon kan uttrycka vad som är viktigt i vardagen, muntligt och med bildstöd.',
  'Hon har erfarenhet av arbetsliv och vet vilka uppgifter som passar.',
  'Hon har vänner från föreningslivet som hör av sig regelbundet.',
] as const;

/** The facts that prove a need. */
export const NEEDS = [
  'Kan inte orientera sig på platser som är nya.',
  'Har en synnedsättning som gör att hinder och skyltar inte uppfattas i tid.',
  'Har en intellektuell funktionsnedsättning och behöver stöd för att planera och genomföra resor.',
  'Får stark oro i folksamlingar och vänder hem om ingen är med.',
  'Har nedsatt rörlighet efter en stroke och risk för fall utomhus.',
  'Har svårt att uppfatta tid och missar byten vid resor på egen hand.',
  'Har en förvärvad hjärnskada och blir snabbt uttröttad av intryck.',
  'Har en hörsel- och synnedsättning och behöver stöd i kommunikationen med andra.',
  'Har autism och behöver en känd person vid förändringar och oväntade händelser.',
  'Har en psykisk funktionsnedsättning som gör det svårt att komma igång och ta sig ut.',
] as const;

export const NOT_MET_OTHERWISE = [
  'Färdtjänst tillgodoser resan men inte stödet på plats.',
  'Anhöriga hjälper till med annat och kan inte ge stödet regelbundet.',
  'Behovet kan inte tillgodoses genom hjälpmedel.',
  'Övriga insatser omfattar inte aktiviteter utanför hemmet.',
  'Fritidsverksamheten i stadsdelen är prövad och räcker inte till.',
] as const;

export const RELATIVES_PERSPECTIVE = [
  'Den anhöriga stöder mycket i vardagen och säger sig behöva egen tid. Information om anhörigstöd har lämnats.',
  'Den anhöriga har informerats om anhörigstöd och avböjer i nuläget.',
  'De som bor tillsammans delar på hushållet. Den anhöriga arbetar heltid och kan inte följa med dagtid.',
] as const;

export const CHILD_IMPACT = [
  'Barnet mår bra enligt båda föräldrarna. Att föräldern kommer ut på egna aktiviteter bedöms vara bra också för barnet.',
  'Barnet ska inte behöva ta ansvar för att ledsaga sin förälder. Insatsen avlastar barnet.',
  'Barnens vardag med skola och fritid fungerar. Insatsen förläggs så att en förälder alltid är hemma.',
] as const;

export const ALTERNATIVES = [
  'Färdtjänst, hjälpmedel från syncentralen och öppna verksamheter har prövats.',
  'Kontaktperson har diskuterats och motsvarar inte behovet.',
  'Frivilligorganisationernas verksamhet har prövats i ett halvår.',
] as const;

/** Life areas and possible answers. */
export const AREA_TEXTS: Readonly<Record<string, readonly string[]>> = {
  learning: [
    'Hon tar till sig ny kunskap bäst i lugn miljö och med upprepning.',
    'Hon läser gärna och följer nyheterna.',
  ],
  generalTasks: [
    'Hon klarar sina vardagsrutiner men har svårt när något ändras.',
    'Hon behöver stöd för att påbörja och avsluta uppgifter.',
  ],
  communication: [
    'Hon talar i telefon utan hinder och läser sms med talsyntes.',
    'Hon uttrycker sig kort och behöver tid för att svara.',
  ],
  mobility: [
    'Hon går med vit käpp på kända vägar och behöver ledsagare på nya.',
    'Hon går korta sträckor med rollator och reser med färdtjänst.',
    'Hon reser inte på egen hand.',
  ],
  personalCare: ['Hon sköter sin personliga vård själv.', 'Hon har hemtjänst för dusch två gånger i veckan.'],
  domesticLife: [
    'Hon sköter hushållet med hjälp av städning var tredje vecka.',
    'Inköp och städning sköts tillsammans med anhöriga.',
  ],
  relations: [
    'Hon har en liten krets av vänner och saknar sällskap på helgerna.',
    'Hon har tät kontakt med sina syskon.',
  ],
  workAndEconomy: ['Hon har sjukersättning och ordnad ekonomi.', 'Hon arbetar deltid med lönebidrag.'],
  communityLife: [
    'Hon vill delta mer i förenings- och kulturliv än vad som är möjligt i dag.',
    'Hon har slutat med sina aktiviteter eftersom ingen kan följa med.',
  ],
  safety: [
    'Hon känner sig trygg hemma men otrygg utomhus efter mörkrets inbrott.',
    'Hon känner sig trygg när någon känd är med.',
  ],
};

export const REJECTION_REASONS = [
  'Behovet bedöms bli tillgodosett genom den hjälp som redan beviljats. Skäliga levnadsförhållanden är därmed uppnådda.',
  'Det har inte framkommit att behovet av stöd är så omfattande att sökt insats behövs.',
  'Personen ingår enligt utredningen inte i den personkrets som lagen omfattar.',
] as const;

export const PARTIAL_REASONS = [
  'Sökta aktiviteter utöver dem som beviljats bedöms kunna göras på egen hand eller i grupp.',
  'Den sökta tiden går utöver vad som behövs för att delta i de aktiviteter som beskrivits.',
] as const;

const PRONOUNS = {
  female: ['Hon', 'hon', 'henne', 'hennes'],
  male: ['Han', 'han', 'honom', 'hans'],
} as const;

/** Changes the pronouns of a sentence about a woman to those of the person's sex. */
export const withPronouns = (sex: 'female' | 'male', text: string): string =>
  text.replace(
    /\b(Hon|hon|henne|hennes)\b/g,
    (word) => PRONOUNS[sex][PRONOUNS.female.indexOf(word as 'Hon')] ?? word,
  );
