/** Texts of orders, plans, follow-ups, contacts and notes. */
export const OVERALL_GOALS = [
  'Att delta i samhällslivet på lika villkor',
  'Att bryta isolering och ha en meningsfull fritid',
  'Att öka eller behålla sin självständighet',
  'Att behålla hälsa och funktionsförmåga',
] as const;

export const PURPOSES = [
  'Att kunna delta i aktiviteter utanför hemmet efter eget val.',
  'Att minska isolering och ge möjlighet att träffa andra.',
  'Att stärka självständigheten i vardagen.',
  'Att kunna leva som andra trots funktionsnedsättningen.',
] as const;

/** Purposes that appear in no order: a provider who has not read the order writes them. */
export const OTHER_PURPOSES = [
  'Att personalen ska ha en tydlig struktur för sina arbetspass.',
  'Att avlasta övriga verksamheter under dagtid.',
] as const;

export const OTHER_GOALS = [
  'Att trivas med personalen',
  'Att komma ut på en fikastund när vädret tillåter',
  'Att personalens schema fungerar',
  'Att hålla kontakten med gruppledaren',
] as const;

export const RESPONSIBLE = [
  'Utsedd ledsagare',
  'Gruppledaren',
  'Kontaktmannen hos utföraren',
  'Samordnaren',
] as const;

export const COOPERATION = [
  'Avstämning med handläggaren vid förändring. Ingen övrig samverkan.',
  'Samverkan med boendestödet när den enskilde vill det.',
  'Samverkan med färdtjänst om tider, i övrigt ingen.',
] as const;

export const FOLLOW_UP_WHEN = [
  'Var sjätte månad',
  'Efter tre månader och därefter årligen',
  'Varje termin',
] as const;
export const FOLLOW_UP_HOW = [
  'Samtal med den enskilde i hemmet',
  'Möte med den enskilde och handläggaren',
  'Telefonsamtal och genomgång av journalen',
] as const;

export const RETURN_REASONS = [
  'Målen i planen motsvarar inte målen i beställningen.',
  'Det framgår inte när och hur aktiviteterna ska genomföras.',
  'Det framgår inte vem hos utföraren som ansvarar.',
] as const;

export const PERSONS_VIEW = [
  'Är nöjd med insatsen och med den som utför den.',
  'Är nöjd men skulle vilja ha fler helgtider.',
  'Tycker att det är bra när samma person kommer och mindre bra vid byten.',
  'Vill fortsätta som i dag.',
] as const;

export const PRESENT_SITUATION = [
  'Aktiviteterna genomförs i stort sett som planerat.',
  'Ett uppehåll under sommaren, därefter som planerat.',
  'Orken har varit sämre under våren men är bättre nu.',
] as const;

export const FURTHER_NEEDS = [
  'Inga ytterligare behov framkommer.',
  'Önskar diskutera fler timmar vid nästa beslut.',
  'Behöver ny tid hos syncentralen, tar kontakt själv.',
] as const;

export const NOTES = [
  'Samtal med den enskilde om hur hösten har varit. Inga förändringar i behovet.',
  'Den enskilde ringer och meddelar nytt telefonnummer, uppgiften är lämnad till utföraren.',
  'Hembesök bokat till nästa vecka efter önskemål från den enskilde.',
  'Utföraren meddelar att ordinarie ledsagare är ledig två veckor, vikarie är presenterad.',
  'Den enskilde frågar om resor utanför länet. Information lämnad om vad insatsen omfattar.',
  'Information om omkostnadsersättning lämnad muntligt.',
] as const;

export const RELATIVE_PURPOSES = [
  'Fråga om hur den enskilde mår efter sommaren.',
  'Fråga om tider för insatsen.',
  'Boka tid för hembesök.',
  'Inhämta uppgifter till utredningen.',
] as const;

export const PROFESSIONAL_PURPOSES = [
  'Inhämta uppgifter om funktionsförmåga till utredningen.',
  'Stämma av planeringen inför hösten.',
  'Fråga om hjälpmedel är utprovade.',
] as const;

export const EMPLOYMENT_ASSESSMENTS_YES = [
  'Den enskilde vill själv och den anhöriga företräder inte den enskilde. Självständigheten bedöms inte påverkas. Följs upp efter tre månader.',
  'Kommunikationen kräver någon som kan den enskildes tecken. Ingen extern person har gått att rekrytera.',
] as const;

export const EMPLOYMENT_ASSESSMENTS_NO = [
  'Den anhöriga bor med den enskilde. Syftet ökad självständighet motverkas om insatsen utförs av den anhöriga.',
] as const;
