import { AuthorityLabel, SearchField } from '@rt/ui';
import type { Text } from '@rt/domain';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { rulesQuery } from '../my-day/worklist';
import { FaultCard } from '../shell/fault-card';
import { useSession } from '../shell/session';
import { useTitle } from '../shell/title';
import { authorityWords } from '../texts/authority-words';
import { useSay } from '../texts/language';
import { withNoun } from '../texts/with-noun';
import { RuleCards } from './rule-cards';
import { foundByRuleQuery, type RuleInList } from './rules';
import './rules.css';

const TITLE = { sv: 'Regler', en: 'Rules' };

/** The roles that have files in which rules find something. */
const WITH_FILES: readonly string[] = ['caseWorker', 'unitManager', 'inspector'];

/** What each rule says and who says so, its edge day by day, and what it finds today. */
export const RulesPage = () => {
  const say = useSay();
  const { ruleId } = useParams({ strict: false });
  const { q = '' } = useSearch({ from: '/signed-in/regler' });
  const navigate = useNavigate();
  const rules = useQuery(rulesQuery);
  const { roles } = useSession();
  const found = useQuery({ ...foundByRuleQuery, enabled: roles.some((role) => WITH_FILES.includes(role)) });
  const all = [...(rules.data?.values() ?? [])];
  const shown = all.filter((rule) => matches(rule, q));
  const chosen = ruleId ?? shown[0]?.id;
  const title = rules.data?.get(chosen ?? '')?.title;
  useTitle(ruleId !== undefined && title !== undefined ? title : TITLE);
  return (
    <>
      <div className="head">
        <h1>{say(TITLE)}</h1>
        <SearchField
          label={say({ sv: `Sök i ${all.length} regler`, en: `Search ${all.length} rules` })}
          value={q}
          onChange={(asked) => {
            void navigate({
              to: '.',
              search: asked === '' ? {} : { q: asked },
              replace: true,
              resetScroll: false,
            });
          }}
        />
      </div>
      {rules.isError && <FaultCard error={rules.error} onRetry={() => void rules.refetch()} />}
      {rules.isPending && (
        <p role="status" className="soft">
          {say({ sv: 'Reglerna hämtas.', en: 'The rules are on their way.' })}
        </p>
      )}
      {rules.data && (
        <div className="rules">
          <nav
            className="card rule-list"
            aria-label={say({ sv: 'Regler efter källa', en: 'Rules by source' })}
          >
            <p className="unseen" role="status">
              {q !== '' && say(withNoun(shown.length, ['regel', 'regler'], ['rule', 'rules']))}
            </p>
            {shown.length === 0 && (
              <p className="soft nothing">
                {say({ sv: `Ingen regel nämner "${q}".`, en: `No rule mentions “${q}”.` })}
              </p>
            )}
            {groupsOf(shown).map(({ words, weight, rules: own }) => (
              <section key={words.sv}>
                <h2>
                  <AuthorityLabel weight={weight}>{say(words)}</AuthorityLabel>
                  <span className="soft small">
                    {say(withNoun(own.length, ['regel', 'regler'], ['rule', 'rules']))}
                  </span>
                </h2>
                <ul>
                  {own.map((rule) => (
                    <li key={rule.id}>
                      <Link
                        to="/regler/$ruleId"
                        params={{ ruleId: rule.id }}
                        search={q === '' ? {} : { q }}
                        aria-current={rule.id === chosen ? 'page' : undefined}
                        resetScroll={false}
                      >
                        <span>{say(rule.title)}</span>
                        {found.data && (
                          <span className="number">
                            {found.data.rules.get(rule.id)?.gaps ?? 0}
                            <span className="unseen"> {say({ sv: 'brister i dag', en: 'gaps today' })}</span>
                          </span>
                        )}
                      </Link>
                    </li>
                  ))}
                </ul>
              </section>
            ))}
          </nav>
          {chosen !== undefined && <RuleCards key={chosen} ruleId={chosen} found={found.data} />}
        </div>
      )}
    </>
  );
};

/** A rule is found by its titles, its reading and its id, in either language. */
const matches = ({ id, formerId, title, reading }: RuleInList, asked: string): boolean => {
  const words = asked.toLocaleLowerCase('sv').split(/\s+/).filter(Boolean);
  const text = [id, formerId, title.sv, title.en, reading.sv, reading.en].join(' ').toLocaleLowerCase('sv');
  return words.every((word) => text.includes(word));
};

interface Group {
  readonly words: Text;
  readonly weight: 'law' | 'between' | 'routine';
  readonly rules: RuleInList[];
}

/** The rules by who sets their duty now, the strongest first; within a group in the order of the handling steps. */
const groupsOf = (rules: readonly RuleInList[]): readonly Group[] => {
  const groups = new Map<string, Group>();
  for (const authority of [
    'law',
    'ordinance',
    'regulation',
    'generalAdvice',
    'guideline',
    'contract',
    'localRoutine',
    'default',
  ] as const) {
    const known = authorityWords(authority);
    const own = rules.filter(({ versions }) => versions.at(-1)?.authority === authority);
    if (known === undefined || own.length === 0) continue;
    const group = groups.get(known.words.sv);
    if (group === undefined) groups.set(known.words.sv, { ...known, rules: own });
    else group.rules.push(...own);
  }
  return [...groups.values()];
};
