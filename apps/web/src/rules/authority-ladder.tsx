import type { Text } from '@rt/domain';
import { useSay } from '../texts/language';
import type { RuleAnswer } from './rules';

type Version = RuleAnswer['versions'][number];
type Authority = Version['authority'];

/** From what binds everybody to what one office has set for itself. */
const RUNGS: readonly { readonly of: readonly Authority[]; readonly words: Text }[] = [
  { of: ['law'], words: { sv: 'Lag', en: 'Law' } },
  { of: ['ordinance', 'regulation'], words: { sv: 'Föreskrift', en: 'Regulation' } },
  { of: ['generalAdvice'], words: { sv: 'Allmänt råd', en: 'General advice' } },
  { of: ['guideline'], words: { sv: 'Riktlinje', en: 'Guideline' } },
  { of: ['contract'], words: { sv: 'Avtal', en: 'Contract' } },
  { of: ['localRoutine', 'default'], words: { sv: 'Lokal rutin', en: 'Local routine' } },
];

const BINDS: Readonly<Record<Authority, Text>> = {
  law: {
    sv: 'Lagen ställer kravet. Det binder kommunen och prövas av domstol.',
    en: 'The law sets the duty. It binds the municipality, and a court reviews it.',
  },
  ordinance: {
    sv: 'En förordning ställer kravet. Den binder kommunen.',
    en: 'An ordinance sets the duty. It binds the municipality.',
  },
  regulation: {
    sv: 'En föreskrift ställer kravet. Den binder kommunen.',
    en: 'A regulation sets the duty. It binds the municipality.',
  },
  generalAdvice: {
    sv: 'Ett allmänt råd ställer kravet: så bör det göras, om det inte kan göras lika bra på annat sätt.',
    en: 'General advice sets the duty: it should be done so, unless it can be done as well in another way.',
  },
  guideline: {
    sv: 'En riktlinje ställer kravet. Den binder förvaltningen, inte domstolen.',
    en: 'A guideline sets the duty. It binds the administration, not the court.',
  },
  contract: {
    sv: 'Avtalet med utföraren ställer kravet. Det binder de två som har skrivit på.',
    en: 'The contract with the provider sets the duty. It binds the two who signed.',
  },
  localRoutine: {
    sv: 'Ingen lag ställer kravet. Rutinen binder förvaltningen, inte domstolen, och kan ändras av kommunen.',
    en: 'No law sets the duty. The routine binds the administration, not the court, and the municipality can change it.',
  },
  default: {
    sv: 'Ingen källa ställer kravet. Vi har satt det, och kommunen kan ändra det.',
    en: 'No source sets the duty. It is our default, and the municipality can change it.',
  },
};

const NUMBER: Text = {
  sv: 'Antalet dagar eller månader är inte lagens eget.',
  en: 'The number of days or months is not the law’s own.',
};

/** Who sets the duty, and who sets its number where that is somebody else. */
export const AuthorityLadder = ({
  version: { authority, parameterAuthority },
}: {
  readonly version: Version;
}) => {
  const say = useSay();
  return (
    <>
      <ol className="ladder">
        {RUNGS.map(({ of, words }) => {
          const isDuty = of.includes(authority);
          const isNumber = parameterAuthority !== undefined && of.includes(parameterAuthority);
          return (
            <li key={words.sv} className={isDuty ? 'duty' : isNumber ? 'its-number' : undefined}>
              {say(words)}
              {(isDuty || isNumber) && <span>{say(marked(isDuty, isNumber, parameterAuthority))}</span>}
            </li>
          );
        })}
      </ol>
      <p className="soft small">
        {say(BINDS[authority])}
        {parameterAuthority !== undefined && parameterAuthority !== authority && ` ${say(NUMBER)}`}
      </p>
    </>
  );
};

const marked = (isDuty: boolean, isNumber: boolean, parameterAuthority: Authority | undefined): Text => {
  if (isDuty && isNumber) return { sv: 'kravet och talet', en: 'the duty and its number' };
  if (isNumber) return { sv: 'talet', en: 'its number' };
  return parameterAuthority === undefined
    ? { sv: 'gäller här', en: 'applies here' }
    : { sv: 'kravet', en: 'the duty' };
};
