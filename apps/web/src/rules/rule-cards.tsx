import { daysBetween, on, type Step, type Text } from '@rt/domain';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { FaultCard } from '../shell/fault-card';
import { useSession } from '../shell/session';
import { useSay } from '../texts/language';
import { withNoun } from '../texts/with-noun';
import { AuthorityLadder } from './authority-ladder';
import { ExampleTables } from './example-tables';
import { ruleQuery, type FoundToday, type RuleAnswer } from './rules';

/** One rule: what it says, its examples, and what it finds today. */
export const RuleCards = ({
  ruleId,
  found,
}: {
  readonly ruleId: string;
  readonly found: FoundToday | undefined;
}) => {
  const say = useSay();
  const rule = useQuery(ruleQuery(ruleId));
  if (rule.isError) return <FaultCard error={rule.error} onRetry={() => void rule.refetch()} />;
  if (rule.isPending)
    return (
      <p role="status" className="soft">
        {say({ sv: 'Regeln hämtas.', en: 'The rule is on its way.' })}
      </p>
    );
  return (
    <>
      <div className="rule-text">
        <Said rule={rule.data} />
        <ExampleTables rule={rule.data} />
      </div>
      <div className="side">
        {found && <Now rule={rule.data} found={found} />}
        <Settings rule={rule.data} />
        <section className="card side-card">
          <h2>{say({ sv: 'Åtgärdas av', en: 'Settled by' })}</h2>
          <ul className="settles">
            {rule.data.settledByTitles.map((title) => (
              <li key={title.sv}>{say(title)}</li>
            ))}
          </ul>
          <p className="soft small">{say(rule.data.whatToDo)}</p>
        </section>
      </div>
    </>
  );
};

const Said = ({ rule }: { readonly rule: RuleAnswer }) => {
  const say = useSay();
  const earlier = rule.versions.slice(0, -1).reverse();
  const now = rule.versions.at(-1);
  if (now === undefined) return null;
  return (
    <section className="card rule-said">
      <h2>{say(rule.title)}</h2>
      <AuthorityLadder version={now} />
      <Quotation version={now} />
      <h3>{say({ sv: 'Så läser vi den', en: 'How we read it' })}</h3>
      <p>{say(rule.reading)}</p>
      {earlier.length > 0 && (
        <details className="fold-in">
          <summary>
            {say(
              withNoun(
                earlier.length,
                ['tidigare lydelse', 'tidigare lydelser'],
                ['earlier version', 'earlier versions'],
              ),
            )}
          </summary>
          {earlier.map((version) => (
            <div key={version.version}>
              <p className="small soft">
                {version.inForceFrom} – {version.inForceTo ?? ''}
              </p>
              <Quotation version={version} />
            </div>
          ))}
        </details>
      )}
    </section>
  );
};

const Quotation = ({ version: { source } }: { readonly version: RuleAnswer['versions'][number] }) => (
  <figure className="quotation">
    <blockquote lang="sv">”{source.quote}”</blockquote>
    <figcaption className="soft small" lang="sv">
      {source.document}
    </figcaption>
  </figure>
);

const Now = ({ rule, found }: { readonly rule: RuleAnswer; readonly found: FoundToday }) => {
  const say = useSay();
  const { roles } = useSession();
  const counted = found.rules.get(rule.id);
  const gaps = counted?.gaps ?? 0;
  const oldest = counted?.oldestDueOn;
  return (
    <section className="card side-card">
      <h2>{say({ sv: 'Just nu', en: 'Right now' })}</h2>
      <p className="figure">
        <b className={gaps > 0 ? 'bad' : ''}>{gaps}</b>{' '}
        {say({ sv: gaps === 1 ? 'brist' : 'brister', en: gaps === 1 ? 'gap' : 'gaps' })}
      </p>
      <p className="soft small">
        {[
          ...(oldest ? [say(ageOf(daysBetween(on(oldest), on(found.on))))] : []),
          say({
            sv: `${counted?.dueWithin7Days ?? 0} ska vara klara inom sju dagar`,
            en: `${counted?.dueWithin7Days ?? 0} are due within seven days`,
          }),
        ].join(' · ')}
      </p>
      {gaps > 0 && (roles.includes('caseWorker') || roles.includes('unitManager')) && (
        <Link className="button" to="/min-dag" search={{ step: rule.step as Step }}>
          {say({ sv: 'Visa i Min dag', en: 'Show in My day' })}
        </Link>
      )}
    </section>
  );
};

const ageOf = (days: number): Text => ({
  sv: `äldst ${withNoun(days, ['dag', 'dagar'], ['day', 'days']).sv}`,
  en: `the oldest ${withNoun(days, ['dag', 'dagar'], ['day', 'days']).en}`,
});

const SEVERITIES: Readonly<Record<string, Text>> = {
  critical: { sv: 'Kritisk', en: 'Critical' },
  high: { sv: 'Hög', en: 'High' },
  medium: { sv: 'Medel', en: 'Medium' },
  low: { sv: 'Låg', en: 'Low' },
};
const AREAS: Readonly<Record<string, Text>> = {
  safety: { sv: 'Trygghet och säkerhet', en: 'Safety' },
  selfDetermination: { sv: 'Självbestämmande och integritet', en: 'Self-determination' },
  accessibility: { sv: 'Tillgänglighet', en: 'Accessibility' },
  wholeness: { sv: 'Helhetssyn', en: 'The whole situation' },
  knowledge: { sv: 'Kunskapsbaserad verksamhet', en: 'Knowledge-based work' },
  efficiency: { sv: 'Effektivitet', en: 'Efficiency' },
};

const Settings = ({ rule }: { readonly rule: RuleAnswer }) => {
  const say = useSay();
  const now = rule.versions.at(-1);
  const severity = SEVERITIES[rule.severity];
  const area = AREAS[rule.area];
  const paused = rule.pauses.filter(({ until }) => until === null);
  return (
    <section className="card side-card">
      <h2>{say({ sv: 'Inställning', en: 'Setting' })}</h2>
      <dl className="pairs">
        {rule.parameterTexts.map((text) => (
          <div key={text.sv}>
            <dt>{say({ sv: 'Gäller i kommunen', en: 'In force here' })}</dt>
            <dd>{say(text)}</dd>
          </div>
        ))}
        {now && (
          <>
            <div>
              <dt>{say({ sv: 'Från', en: 'From' })}</dt>
              <dd>{now.inForceFrom}</dd>
            </div>
            <div>
              <dt>{say({ sv: 'Version', en: 'Version' })}</dt>
              <dd>{now.version}</dd>
            </div>
          </>
        )}
        {severity && (
          <div>
            <dt>{say({ sv: 'Allvar', en: 'Severity' })}</dt>
            <dd>{say(severity)}</dd>
          </div>
        )}
        {area && (
          <div>
            <dt>{say({ sv: 'Kvalitetsområde', en: 'Quality area' })}</dt>
            <dd>{say(area)}</dd>
          </div>
        )}
      </dl>
      <p className="soft small">
        {rule.restsOnLaw
          ? say({
              sv: 'Kravet står i lag och kan inte pausas.',
              en: 'The law sets the duty: it cannot be paused.',
            })
          : say({
              sv: 'Kommunen kan ändra eller pausa regeln.',
              en: 'The municipality can change or pause the rule.',
            })}
      </p>
      {paused.length > 0 && !rule.restsOnLaw && (
        <p className="warning small">
          {say({ sv: `Pausad från ${paused[0]?.from}.`, en: `Paused from ${paused[0]?.from}.` })}
        </p>
      )}
    </section>
  );
};
