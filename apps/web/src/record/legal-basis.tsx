import { isLocalDate } from '@rt/domain';
import { ChoiceField } from '@rt/ui';
import { useQuery } from '@tanstack/react-query';
import { useSay } from '../texts/language';
import { useForm } from './form-context';
import { textIn, valuesIn, type Values } from './form-values';
import { legalBasesQuery } from './record.queries';

const OTHER = 'other';

/**
 * Chooses statute and section for the measure of the step from the list of those that go together on its day. Another statute is a choice of its own: it is
 * written in the fields below. Shown once the measure is chosen.
 */
export const LegalBasisOffer = ({ path, law }: { readonly path: string; readonly law: Values }) => {
  const say = useSay();
  const { values, set } = useForm();
  const { data: bases = [] } = useQuery(legalBasesQuery);
  const measure = textIn(valuesIn(values['data'])['measure']);
  const day = textIn(values['occurredOn']);
  const fitting = bases.filter(
    ({ measure: of, from, to }) =>
      of === measure && (!isLocalDate(day) || (from <= day && (to === null || day <= to))),
  );
  if (measure === '' || fitting.length === 0) return null;
  const { statute, section } = law;
  const chosen = fitting.findIndex(
    ({ law: each }) => each.statute === textIn(statute) && each.section === textIn(section),
  );
  const isWritten = textIn(statute) !== '' || textIn(section) !== '';
  return (
    <ChoiceField
      path={`${path}.basis`}
      label={say({ sv: 'Lagrum för insatsen', en: 'Section of law for the measure' })}
      none={say({ sv: 'Välj', en: 'Choose' })}
      value={chosen >= 0 ? String(chosen) : isWritten ? OTHER : ''}
      onChange={(next) => {
        const basis = fitting[Number(next)];
        set(path, basis === undefined ? { statute: '', section: '' } : { ...basis.law });
      }}
      options={[
        ...fitting.map(({ title }, at) => ({ id: String(at), label: say(title) })),
        {
          id: OTHER,
          label: say({ sv: 'Annan lag: skriv den nedan', en: 'Another statute: write it below' }),
        },
      ]}
    />
  );
};
