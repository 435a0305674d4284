import { isLocalDate, type Text } from '@rt/domain';
import { AreaField, ChoiceField, RadioField } from '@rt/ui';
import { useQueries } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { answerOf, api } from '../api/client';
import { useSay } from '../texts/language';
import { stated } from '../file/purposes';
import type { Known } from './choices';
import { useForm } from './form-context';
import { ALTERNATIVE, textIn, valuesIn, wordsIn, type Values } from './form-values';

type Way = 'consent' | 'law' | 'none' | '';

/** The parties of a contact that is being written, each with what covers the contact with it that day. */
const useCovers = ({ file: { fileId }, purpose }: Known, data: Values, occurredOn: string) => {
  const subjects = wordsIn(data['subjects']);
  return useQueries({
    queries: wordsIn(data['partyIds']).map((party) => ({
      queryKey: ['cover', fileId, party, subjects, occurredOn],
      queryFn: () =>
        answerOf(
          api.GET('/api/v1/files/{fileId}/cover', {
            params: {
              path: { fileId },
              header: stated(purpose),
              query: { party, on: occurredOn, ...(subjects.length > 0 && { subjects: subjects as never }) },
            },
          }),
        ),
      enabled: isLocalDate(occurredOn) && subjects.length > 0,
    })),
  }).flatMap(({ data: answer }) => answer ?? []);
};

const TITLE: Text = { sv: 'Inget medgivande täcker den här kontakten', en: 'No consent covers this contact' };
const LEAD: Text = {
  sv: 'Den ska ändå finnas i akten. Välj vad som stämmer:',
  en: 'It belongs in the file all the same. Choose what is right:',
};
const WAYS: readonly (readonly [Exclude<Way, ''>, Text])[] = [
  ['consent', { sv: 'Personen sa ja före kontakten', en: 'The person said yes before the contact' }],
  ['law', { sv: 'Lagen tillät kontakten', en: 'The law allowed the contact' }],
  ['none', { sv: 'Ingen grund, eller vet inte', en: 'No ground, or not known' }],
];

/** Warns as soon as parties and subjects are chosen that nothing covers the contact, and offers the lawful ways. It is saved in any case. */
export const ContactCover = () => {
  const say = useSay();
  const { known, values, errors, set } = useForm();
  const data = valuesIn(values['data']);
  // A draft may begin with a ground.
  const [way, setWay] = useState<Way>(data['ground'] === undefined ? '' : 'law');
  const { fileId } = known.file;
  const covers = useCovers(known, data, textIn(values['occurredOn']));
  const uncovered = covers.flatMap(({ parties }) => parties.filter(({ covered }) => !covered));
  const grounds = covers[0]?.grounds ?? [];
  const ground = valuesIn(data['ground']);
  const law = valuesIn(ground['law']);
  const chosen = grounds.find(
    ({ law: each }) => each.section === law['section'] && each.statute === law['statute'],
  );
  const names = uncovered.map(({ partyId }) => {
    const party = known.file.facts.things['party']?.find(({ id }) => id === partyId);
    return (party?.data as { name?: string } | undefined)?.name ?? '';
  });
  return (
    <div role="status">
      {uncovered.length > 0 && (
        <div className="uncovered">
          <h2>
            <TriangleAlert size={18} aria-hidden="true" />
            {say(TITLE)}
          </h2>
          <p>
            {names.join(', ')}. {say(LEAD)}
          </p>
          <RadioField
            path="cover-way"
            label={say({
              sv: 'Vad gav oss rätt till kontakten?',
              en: 'What gave us the right to the contact?',
            })}
            value={way}
            onChange={(next) => {
              setWay(next as Way);
              set('data.ground', next === 'law' ? { [ALTERNATIVE]: '1' } : undefined);
            }}
            options={WAYS.map(([id, label]) => ({ id, label: say(label) }))}
          />
          {way === 'consent' && (
            <p>
              {say({
                sv: 'Skriv in medgivandet med den dag det lämnades. Då blir det ingen brist.',
                en: 'Record the consent with the day on which it was given. Then there is no gap.',
              })}{' '}
              <Link
                to="/akter/$fileId/registrera"
                params={{ fileId }}
                search={{ type: 'ConsentGiven' }}
                target="_blank"
              >
                {say({ sv: 'Skriv in medgivandet (ny flik)', en: 'Record the consent (new tab)' })}
              </Link>
            </p>
          )}
          {way === 'law' && (
            <>
              <ChoiceField
                path="data.ground.law"
                label={say({ sv: 'Bestämmelse', en: 'Section of law' })}
                none={say({ sv: 'Välj', en: 'Choose' })}
                value={chosen?.code ?? ''}
                onChange={(code) => {
                  const found = grounds.find((each) => each.code === code);
                  set('data.ground.law', found && { ...found.law });
                }}
                options={grounds.map(({ code, title }) => ({ id: code, label: say(title) }))}
                error={errors.get('data.ground.law')}
              />
              <AreaField
                path="data.ground.reason"
                label={say({ sv: 'Varför var det nödvändigt?', en: 'Why was it necessary?' })}
                value={textIn(ground['reason'])}
                onChange={(reason) => {
                  set('data.ground.reason', reason);
                }}
                error={errors.get('data.ground.reason')}
              />
            </>
          )}
          {way === 'none' && (
            <p className="soft small">
              {say({
                sv: 'Kontakten sparas. Bristen syns för dig och enhetschefen och kan förklaras senare.',
                en: 'The contact is saved. The gap is seen by you and the unit manager and can be explained later.',
              })}
            </p>
          )}
        </div>
      )}
    </div>
  );
};
