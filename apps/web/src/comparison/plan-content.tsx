import { Check, Minus } from 'lucide-react';
import { useSay } from '../texts/language';
import { RuleAuthority } from '../texts/rule-authority';
import type { ComparisonAnswer } from './comparison.queries';

/** What a plan should contain: which parts are there, and which are missing. */
export const PlanContent = ({
  content,
  on,
}: {
  readonly content: ComparisonAnswer['content'];
  readonly on: string;
}) => {
  const say = useSay();
  const there = content.filter(({ stated }) => stated).length;
  return (
    <section className="card plan-content" aria-labelledby="plan-content">
      <div>
        <h2 id="plan-content">{say({ sv: 'Planens innehåll', en: 'Content of the plan' })}</h2>
        <p className="small soft">
          {say({
            sv: `${there} av ${content.length} delar finns`,
            en: `${there} of ${content.length} parts are there`,
          })}{' '}
          <RuleAuthority rule="plan-content-incomplete" on={on} />
        </p>
      </div>
      <ul>
        {content.map(({ part, title, stated }) => (
          <li key={part} className={stated ? 'is-there' : 'is-missing'}>
            {stated ? <Check size={16} aria-hidden="true" /> : <Minus size={16} aria-hidden="true" />}
            <span>
              {capital(say(title))}
              {!stated && say({ sv: ' saknas', en: ' is missing' })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
