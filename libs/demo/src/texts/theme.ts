/**
 * What one person wants and gets, from wish to follow-up, in the words that every step uses. The texts are inserted into sentences, after "vill" or
 * "att" for example, so each field states its grammatical form.
 */
export interface Theme {
  /** Noun phrase: what the person is interested in. */
  readonly interest: string;
  /** Infinitive without "att": what the person wishes to do. */
  readonly wish: string;
  /** Sentence: the task as ordered. */
  readonly task: string;
  /** Infinitive with "Att": a sub-goal that can be followed up. */
  readonly goal: string;
  /** How the sub-goal is measured. */
  readonly measuredBy: string;
  /** Noun phrase: the activity in the plan, and in the extent. */
  readonly activity: string;
  /** When the activity takes place. */
  readonly when: string;
  /** How it is done. */
  readonly how: string;
}

const theme = (
  interest: string,
  wish: string,
  task: string,
  goal: string,
  measuredBy: string,
  activity: string,
  when: string,
  how: string,
): Theme => ({ interest, wish, task, goal, measuredBy, activity, when, how });

/** Ledsagning and ledsagarservice. */
export const COMPANION_THEMES: readonly Theme[] = [
  theme(
    'simning och att röra sig i vatten',
    'åka till simhallen varje vecka',
    'Ledsaga till och från simhallen, ge stöd i omklädningsrummet och finnas vid bassängkanten.',
    'Att simma minst tre gånger i månaden',
    'Antal besök i simhallen per månad',
    'Besök i simhallen',
    'Tisdagar klockan 14–16',
    'Ledsagaren möter upp i hemmet och resan görs med färdtjänst.',
  ),
  theme(
    'körsång och musik',
    'fortsätta sjunga i kören',
    'Ledsaga till körens övningar och konserter och vara till hands i pausen.',
    'Att delta i körens övningar varje vecka under terminen',
    'Antal övningar per termin',
    'Körövning',
    'Onsdagar klockan 18–20.30 under terminen',
    'Ledsagaren följer med till lokalen och hjälper till att hitta noter och plats.',
  ),
  theme(
    'konst och utställningar',
    'gå på museum och få utställningarna beskrivna',
    'Ledsaga till museer, beskriva utställningarna och läsa upp skyltar.',
    'Att besöka ett museum två gånger i månaden',
    'Antal besök per månad och egen skattning av besöken',
    'Museibesök',
    'Varannan lördag klockan 12–15',
    'Besöken väljs tillsammans veckan innan och resan görs med tunnelbana.',
  ),
  theme(
    'fotboll och laget i stadsdelen',
    'se hemmamatcherna på plats',
    'Ledsaga till och från arenan, hitta rätt läktare och referera det som händer på planen.',
    'Att se minst två hemmamatcher i månaden under säsongen',
    'Antal matcher per månad',
    'Fotbollsmatch',
    'Matchdagar enligt spelschemat',
    'Ledsagaren möter upp två timmar före match och är med hela vägen hem.',
  ),
  theme(
    'böcker, särskilt deckare och reseskildringar',
    'låna böcker på biblioteket och delta i bokcirkeln',
    'Ledsaga till biblioteket, hjälpa till att söka talböcker och följa med till bokcirkeln.',
    'Att delta i bokcirkeln en gång i månaden',
    'Antal tillfällen per halvår',
    'Biblioteksbesök och bokcirkel',
    'Torsdagar klockan 15–17',
    'Promenad till biblioteket, ledsagaren läser upp bokomslag och hjälper till vid disken.',
  ),
  theme(
    'natur, fåglar och långa promenader',
    'gå längre promenader än vad som är möjligt på egen hand',
    'Ledsaga vid promenader i naturområdet, välja framkomliga vägar och beskriva omgivningen.',
    'Att promenera i naturen minst en timme varje vecka',
    'Antal promenader och tid per vecka',
    'Promenad i naturreservatet',
    'Söndagar klockan 11–13',
    'Ledsagaren möter upp i hemmet, rundan väljs efter väder och ork.',
  ),
  theme(
    'församlingens gemenskap',
    'gå på gudstjänst och kyrkkaffe',
    'Ledsaga till gudstjänst och vara med under kyrkkaffet.',
    'Att gå på gudstjänst minst två gånger i månaden',
    'Antal besök per månad',
    'Gudstjänst och kyrkkaffe',
    'Söndagar klockan 10.30–13',
    'Resan görs med färdtjänst, ledsagaren sitter bredvid och visar vägen i lokalen.',
  ),
  theme(
    'matlagning och bra råvaror',
    'handla kläder och mat i centrum och välja själv',
    'Ledsaga vid inköp i centrum, läsa prislappar och innehåll och hjälpa till att hitta rätt butik.',
    'Att själv göra sina inköp i centrum en gång i veckan',
    'Antal inköpstillfällen per månad',
    'Inköp i centrum',
    'Fredagar klockan 13–15',
    'Inköpslistan skrivs före avfärd, ledsagaren läser upp och den enskilde väljer och betalar.',
  ),
  theme(
    'dans',
    'gå på dansträffarna i medborgarhuset',
    'Ledsaga till dansträffarna, hitta i lokalen och vara med under kvällen.',
    'Att gå på dans minst en gång i månaden',
    'Antal dansträffar per kvartal',
    'Dansträff',
    'Första fredagen i månaden klockan 18–21',
    'Ledsagaren möter upp i hemmet och presenterar sig inte för andra om den enskilde inte vill det.',
  ),
  theme(
    'teater och film',
    'se föreställningar med syntolkning',
    'Ledsaga till teater och bio, boka biljetter med syntolkning och följa med till platsen.',
    'Att se en föreställning i månaden',
    'Antal föreställningar per månad',
    'Teater- eller biobesök',
    'En kväll i månaden efter överenskommelse',
    'Biljetter bokas två veckor i förväg, resan görs med färdtjänst.',
  ),
  theme(
    'styrketräning',
    'träna på gymmet för att behålla sin ork',
    'Ledsaga till gymmet, ställa in redskap enligt träningsprogrammet och finnas nära under passet.',
    'Att träna på gymmet två gånger i veckan',
    'Antal träningspass per vecka',
    'Träning på gym',
    'Måndagar och torsdagar klockan 10–11.30',
    'Programmet är gjort av fysioterapeut, ledsagaren ställer in redskapen.',
  ),
  theme(
    'odling',
    'sköta sin odlingslott under sommarhalvåret',
    'Ledsaga till odlingslotten och finnas till hands under arbetet där.',
    'Att besöka odlingslotten varje vecka från april till september',
    'Antal besök per månad under säsongen',
    'Besök på odlingslotten',
    'Onsdagar klockan 13–16, april till september',
    'Buss till lotten, ledsagaren bär verktyg och visar var det är ojämnt.',
  ),
  theme(
    'schack och sällskapsspel',
    'spela schack med andra på klubben',
    'Ledsaga till schackklubben och hem igen på kvällen.',
    'Att spela på klubben tre gånger i månaden',
    'Antal klubbkvällar per månad',
    'Klubbkväll på schackklubben',
    'Tisdagar klockan 18–21',
    'Ledsagaren följer med dit, väntar i lokalen och följer med hem.',
  ),
  theme(
    'föreningsliv och påverkansarbete',
    'delta i styrelsens möten i sin förening',
    'Ledsaga till föreningens möten och läsa upp handlingar på plats.',
    'Att delta i alla styrelsemöten under verksamhetsåret',
    'Antal möten av dem som hålls',
    'Föreningsmöte',
    'En måndag i månaden klockan 17.30–20',
    'Handlingarna läses upp före mötet, ledsagaren antecknar på begäran.',
  ),
  theme(
    'resor, hundar och livet på landet',
    'resa och hälsa på sina syskon på landet',
    'Ledsaga vid resor till anhöriga, på stationer och vid byten.',
    'Att resa och hälsa på anhöriga en gång i månaden',
    'Antal resor per halvår',
    'Resa till anhöriga',
    'En helg i månaden',
    'Tåg bokas med ledsagning på stationen, ledsagaren är med hela resan.',
  ),
  theme(
    'keramik och att arbeta med händerna',
    'gå kurs i keramik på studieförbundet',
    'Ledsaga till kursen, hjälpa till att hitta material och vara med när det behövs.',
    'Att gå hela kursen under terminen',
    'Antal kurstillfällen per termin',
    'Keramikkurs',
    'Torsdagar klockan 17–19.30 under terminen',
    'Ledsagaren följer med till lokalen, hjälper till de första tillfällena och väntar sedan utanför.',
  ),
];

/** Boendestöd and avlösarservice: support at home. */
export const HOME_THEMES: readonly Theme[] = [
  theme(
    'att ha ordning omkring sig',
    'få igång rutiner för städning och tvätt',
    'Motivera och vara med vid städning och tvätt, och bygga upp en veckorutin som den enskilde väljer.',
    'Att städa och tvätta varje vecka enligt den egna veckoplanen',
    'Antal veckor då veckoplanen följts',
    'Städning och tvätt tillsammans',
    'Måndagar klockan 10–12',
    'Boendestödjaren och den enskilde gör uppgifterna tillsammans efter en lista på kylskåpet.',
  ),
  theme(
    'matlagning',
    'laga mat hemma i stället för att köpa färdigt',
    'Planera veckans mat, handla och laga mat tillsammans.',
    'Att laga mat hemma tre dagar i veckan',
    'Antal dagar per vecka',
    'Matlagning',
    'Tisdagar och fredagar klockan 15–17',
    'Matsedeln görs på söndagen, inköp görs på vägen hem från sysselsättningen.',
  ),
  theme(
    'att komma ut bland människor',
    'gå igenom posten och betala räkningar i tid',
    'Gå igenom post och räkningar tillsammans och öva på att ringa myndigheter.',
    'Att posten är genomgången och räkningarna betalda varje månad',
    'Antal obetalda räkningar vid månadens slut',
    'Genomgång av post och räkningar',
    'Första vardagen varje vecka',
    'Posten sorteras i tre högar, den enskilde gör själv betalningarna.',
  ),
  theme(
    'dygnsrytm och hälsa',
    'komma upp på morgnarna och komma iväg i tid',
    'Väcka vid dörren, ge stöd i morgonrutinen och följa en del av vägen.',
    'Att komma iväg i tid fyra dagar av fem',
    'Antal dagar i tid per vecka',
    'Morgonstöd',
    'Måndag till fredag klockan 7.30–8.30',
    'Boendestödjaren ringer på, går igenom dagen och följer med till bussen.',
  ),
];

/** Daglig verksamhet and sysselsättning. */
export const OCCUPATION_THEMES: readonly Theme[] = [
  theme(
    'trädgård och att arbeta utomhus',
    'arbeta i trädgårdsgruppen',
    'Erbjuda arbetsuppgifter i trädgårdsgruppen med handledning och tydliga instruktioner i bild.',
    'Att arbeta i trädgårdsgruppen tre dagar i veckan',
    'Närvaro per månad',
    'Arbete i trädgårdsgruppen',
    'Måndag, onsdag och fredag klockan 9–14',
    'Dagens uppgifter gås igenom med bildschema på morgonen.',
  ),
  theme(
    'bakning och kök',
    'arbeta i caféet och prata med gästerna',
    'Erbjuda arbetsuppgifter i caféet: bakning, kassa och servering, med handledare i närheten.',
    'Att självständigt klara två av caféets arbetsmoment',
    'Handledarens och den enskildes skattning varje kvartal',
    'Arbete i caféet',
    'Tisdag till torsdag klockan 9–15',
    'Ett moment i taget övas in med handledare.',
  ),
  theme(
    'datorer och bildbehandling',
    'arbeta med foto och layout',
    'Erbjuda uppgifter i mediagruppen och pröva en praktikplats under året.',
    'Att pröva praktik på en arbetsplats under året',
    'Om praktik har prövats, och egen skattning',
    'Arbete i mediagruppen',
    'Måndag till torsdag klockan 9–14.30',
    'Handledaren planerar veckan tillsammans med den enskilde.',
  ),
  theme(
    'snickeri',
    'renovera möbler i verkstaden',
    'Erbjuda arbete i snickeriet med anpassade verktyg och korta arbetspass.',
    'Att färdigställa en möbel per halvår',
    'Antal färdigställda möbler',
    'Arbete i snickeriet',
    'Två dagar i veckan klockan 9–12',
    'Passen är på 40 minuter med paus emellan.',
  ),
];
