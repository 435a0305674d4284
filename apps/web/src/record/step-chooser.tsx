import { DECLARED, STEPS, TITLES, type PersonalFileEventType, type Step, type Text } from '@rt/domain';
import { SearchField } from '@rt/ui';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useSay } from '../texts/language';
import { DraftList } from './draft-list';
import type { FileAnswer } from './thing-names';

const route = getRouteApi('/signed-in/akter/$fileId/registrera');

interface StepGroup {
  readonly step: string;
  readonly title: Text;
  readonly types: readonly PersonalFileEventType[];
}

/** The permission to record a type: its own, or that of its step. */
const permissionOf = (step: Step, type: PersonalFileEventType): string =>
  ('permission' in DECLARED[type] ? DECLARED[type].permission : undefined) ?? STEPS[step].permission;

/** The steps that the reader may record in this file. The person's file is opened elsewhere. */
export const stepsFor = ({ mayRecord }: Pick<FileAnswer, 'mayRecord'>): readonly StepGroup[] => {
  const may = new Set<string>(mayRecord);
  return (Object.keys(STEPS) as Step[]).flatMap((step) => {
    const types = (Object.keys(STEPS[step].events) as PersonalFileEventType[]).filter(
      (type) => type !== 'PersonalFileOpened' && may.has(permissionOf(step, type)),
    );
    return types.length === 0 ? [] : [{ step, title: STEPS[step].title, types }];
  });
};

/** The groups and types whose names have what is searched for. A group that has it is shown whole. */
const found = (
  groups: readonly StepGroup[],
  term: string,
  say: (text: Text) => string,
): readonly StepGroup[] => {
  const words = term.trim().toLocaleLowerCase();
  const has = (text: Text): boolean => say(text).toLocaleLowerCase().includes(words);
  return groups.flatMap((group) => {
    const types = has(group.title) ? group.types : group.types.filter((type) => has(TITLES[type]));
    return types.length === 0 ? [] : [{ ...group, types }];
  });
};

/** Which step is to be recorded: those that the role may record, narrowed by a search. */
export const StepChooser = ({ file }: { readonly file: FileAnswer }) => {
  const say = useSay();
  const { fileId } = route.useParams();
  const [term, setTerm] = useState('');
  const groups = found(stepsFor(file), term, say);
  const count = groups.reduce((sum, { types }) => sum + types.length, 0);
  return (
    <>
      <DraftList fileId={fileId} />
      <section className="card chooser" aria-labelledby="chooser-title">
        <h1 id="chooser-title">{say({ sv: 'Vad har hänt?', en: 'What has happened?' })}</h1>
        <SearchField
          label={say({ sv: 'Sök bland stegen', en: 'Search the steps' })}
          value={term}
          onChange={setTerm}
        />
        <p className="soft small" role="status">
          {say({ sv: `${count} steg`, en: `${count} steps` })}
        </p>
        {count === 0 && (
          <p className="soft">
            {say({
              sv: 'Inget steg som du får anteckna heter så.',
              en: 'No step that you may record has that name.',
            })}
          </p>
        )}
        {groups.map(({ step, title, types }) => (
          <section key={step} aria-labelledby={`step-${step}`}>
            <h2 id={`step-${step}`}>{say(title)}</h2>
            <ul>
              {types.map((each) => (
                <li key={each}>
                  <Link
                    to="/akter/$fileId/registrera"
                    params={{ fileId }}
                    search={(before) => ({ ...before, type: each })}
                  >
                    {say(TITLES[each])}
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </section>
    </>
  );
};
