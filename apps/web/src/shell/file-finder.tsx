import { ProtectedMark } from '@rt/ui';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Search } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { answerOf, api } from '../api/client';
import { useSay } from '../texts/language';
import { useShortcuts } from './shortcuts';
import './file-finder.css';

/** Finds files by name, personal number or case number. The term is sent in a body and kept nowhere. */
export const FileFinder = () => {
  const say = useSay();
  const { areOn } = useShortcuts();
  const field = useRef<HTMLInputElement>(null);
  const box = useRef<HTMLFormElement>(null);
  const [term, setTerm] = useState('');
  const search = useMutation({
    mutationFn: (asked: string) => answerOf(api.POST('/api/v1/search', { body: { term: asked } })),
  });
  useEffect(() => {
    if (!areOn) return undefined;
    const focus = (event: KeyboardEvent): void => {
      const { target } = event;
      const isTyping =
        target instanceof HTMLElement && ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName);
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping) return;
      event.preventDefault();
      field.current?.focus();
    };
    document.addEventListener('keydown', focus);
    return () => {
      document.removeEventListener('keydown', focus);
    };
  }, [areOn]);
  const close = (): void => {
    search.reset();
    setTerm('');
  };
  const { data } = search;
  return (
    <form
      ref={box}
      className="finder"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        if (term.trim() !== '') search.mutate(term.trim());
      }}
      onKeyDown={({ key }) => {
        if (key !== 'Escape') return;
        close();
        field.current?.focus();
      }}
      onBlur={({ relatedTarget }) => {
        if (relatedTarget !== null && !box.current?.contains(relatedTarget)) search.reset();
      }}
    >
      <Search size={16} aria-hidden="true" />
      <input
        ref={field}
        type="search"
        autoComplete="off"
        value={term}
        maxLength={100}
        aria-label={say({ sv: 'Sök personakt', en: 'Find a file' })}
        placeholder={say({
          sv: 'Namn, personnummer, ärendenummer',
          en: 'Name, personal number, case number',
        })}
        onChange={({ target }) => {
          setTerm(target.value);
        }}
      />
      {areOn && <kbd aria-hidden="true">/</kbd>}
      <div role="status" className="unseen">
        {data && say({ sv: `${data.files.length} akter`, en: `${data.files.length} files` })}
      </div>
      {(data ?? search.error) && (
        <div className="found">
          {search.error && <p className="soft">{search.error.message}</p>}
          {data?.files.length === 0 && (
            <p className="soft">{say({ sv: 'Ingen akt stämmer.', en: 'No file matches.' })}</p>
          )}
          <ul>
            {data?.files.map((file) => (
              <li key={file.fileId}>
                <Link to="/akter/$fileId" params={{ fileId: file.fileId }} onClick={close}>
                  {file.name}
                </Link>{' '}
                {file.protectedIdentity && (
                  <ProtectedMark>{say({ sv: 'Skyddad', en: 'Protected' })}</ProtectedMark>
                )}
                <span className="small soft">{file.caseNumbers.join(', ')}</span>
              </li>
            ))}
          </ul>
          {data?.more === true && (
            <p className="small soft">
              {say({
                sv: 'Det finns fler. Skriv mer av namnet.',
                en: 'There are more. Write more of the name.',
              })}
            </p>
          )}
        </div>
      )}
    </form>
  );
};
