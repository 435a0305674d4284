import { fieldId } from '@rt/ui';
import { TriangleAlert } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { ProblemAt } from '../api/api-problem';
import { useSay } from '../texts/language';
import { withNoun } from '../texts/with-noun';

/** What is to be mended before the step can be saved. It gets the focus when it comes, and leads to the fields. */
export const ErrorSummary = ({
  title,
  errors,
}: {
  readonly title: string;
  readonly errors: readonly ProblemAt[];
}) => {
  const say = useSay();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.focus();
  }, [errors]);
  return (
    <div className="error-summary" ref={box} tabIndex={-1} role="alert">
      <h2>
        <TriangleAlert size={18} aria-hidden="true" />
        {title}{' '}
        {errors.length > 0 &&
          say({
            sv: `Rätta ${withNoun(errors.length, ['uppgift', 'uppgifter'], ['', '']).sv}.`,
            en: `${withNoun(errors.length, ['', ''], ['thing', 'things']).en} to mend.`,
          })}
      </h2>
      <ul>
        {errors.map(({ field, text }) => (
          <li key={`${field} ${text}`}>
            {field === '' ? (
              text
            ) : (
              <a
                href={`#${fieldId(field)}`}
                onClick={(event) => {
                  event.preventDefault();
                  focusField(field);
                }}
              >
                {text}
              </a>
            )}
          </li>
        ))}
      </ul>
      <p className="soft small">
        {say({ sv: 'Inget av det du skrivit har försvunnit.', en: 'Nothing of what you wrote is gone.' })}
      </p>
    </div>
  );
};

/** Moves the focus to a field, or to the nearest part of the form that has it. */
const focusField = (path: string): void => {
  for (let at = path; at !== ''; at = at.replace(/(\.[^.]*|\[\d+\]|[^.[]+)$/, '')) {
    const field = document.getElementById(fieldId(at));
    if (field === null) continue;
    const own = field.matches('input, select, textarea')
      ? field
      : (field.querySelector<HTMLElement>('input, select, textarea, button') ?? field);
    own.focus();
    return;
  }
};
