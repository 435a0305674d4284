import { Button, ChecksField, DayField, RadioField, TextField } from '@rt/ui';
import { ACTS, OUTCOMES, SAMPLING_UNITS, SEXES, type Text } from '@rt/domain';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { ApiProblem } from '../api/api-problem';
import { codeListsQuery } from '../record/record.queries';
import { FaultCard } from '../shell/fault-card';
import { directoryQuery, useSession } from '../shell/session';
import { useTitle } from '../shell/title';
import { useSay } from '../texts/language';
import { NotForYourRole } from './not-for-your-role';
import { planFromForm, type WrittenPlan } from './written-plan';
import { usePlanning } from './reviews.queries';
import '../file/file.css';
import './reviews.css';

const TITLE = { sv: 'Planera en granskning', en: 'Plan a review' };

const EMPTY: WrittenPlan = {
  reviewId: '',
  title: '',
  reference: '',
  from: '',
  measures: [],
  outcomes: ['approval'],
  decidedFrom: '',
  decidedTo: '',
  unitIds: [],
  samplingUnit: 'latestPerPerson',
  sexes: [...SEXES],
  acts: [...ACTS],
  wanted: '5',
  measuringDay: '',
  wholeOutcomes: [],
};

/** An inspector says what a review is about. Nothing opens before another person has approved it. */
export const PlanPage = () => {
  const { roles } = useSession();
  useTitle(TITLE);
  return roles.includes('inspector') ? <PlanForm /> : <NotForYourRole />;
};

const PlanForm = () => {
  const say = useSay();
  const navigate = useNavigate();
  const planning = usePlanning();
  const [plan, setPlan] = useState(EMPTY);
  const { data: directory } = useQuery(directoryQuery);
  const { data: lists } = useQuery(codeListsQuery);
  const set = (change: Partial<WrittenPlan>): void => {
    setPlan((before) => ({ ...before, ...change }));
  };
  const errors = planning.error instanceof ApiProblem ? planning.error.errors : [];
  const errorAt = (path: string): string | undefined =>
    errors.find(({ field }) => field === path || field.startsWith(`${path}.`) || field.startsWith(`${path}[`))
      ?.text;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    planning.mutate(planFromForm(plan), {
      onSuccess: () => void navigate({ to: '/granskningar/$reviewId', params: { reviewId: plan.reviewId } }),
    });
  };
  const text = (path: keyof WrittenPlan, at: string, label: Text, help?: Text) => (
    <TextField
      path={at}
      label={say(label)}
      help={help && say(help)}
      error={errorAt(at)}
      value={plan[path] as string}
      onChange={(value) => {
        set({ [path]: value });
      }}
    />
  );
  const day = (path: keyof WrittenPlan, at: string, label: Text) => (
    <DayField
      path={at}
      label={say(label)}
      pattern={say({ sv: 'ÅÅÅÅ-MM-DD', en: 'YYYY-MM-DD' })}
      error={errorAt(at)}
      value={plan[path] as string}
      onChange={(value) => {
        set({ [path]: value });
      }}
    />
  );
  const checks = (
    path: keyof WrittenPlan,
    at: string,
    label: Text,
    options: readonly { readonly id: string; readonly label: string }[],
    help?: Text,
  ) => (
    <ChecksField
      path={at}
      label={say(label)}
      help={help && say(help)}
      error={errorAt(at)}
      none={say({ sv: 'Inget att välja', en: 'Nothing to choose' })}
      options={options}
      value={plan[path] as readonly string[]}
      onChange={(value) => {
        set({ [path]: value });
      }}
    />
  );
  const coded = (codes: readonly string[], labels: Readonly<Record<string, Text>>) =>
    codes.map((id) => ({ id, label: say(labels[id] ?? { sv: id, en: id }) }));
  return (
    <>
      <p className="small soft">
        <Link to="/granskningar">{say({ sv: 'Granskningar', en: 'Reviews' })}</Link>
      </p>
      <div className="head">
        <h1>{say(TITLE)}</h1>
      </div>
      <form className="card padded plan-form" onSubmit={submit}>
        {planning.isError && <Failed error={planning.error} />}
        <h2>{say({ sv: 'Uppdraget', en: 'The assignment' })}</h2>
        {text('title', 'title', { sv: 'Rubrik', en: 'Title' })}
        {text(
          'reviewId',
          'reviewId',
          { sv: 'Beteckning', en: 'Designation' },
          {
            sv: 'Små bokstäver a–z, siffror och bindestreck, till exempel ledsagning-2026',
            en: 'Lower-case letters a to z, digits and hyphens, such as ledsagning-2026',
          },
        )}
        {text('reference', 'assignment.reference', { sv: 'Diarienummer', en: 'Reference number' })}
        {text(
          'from',
          'assignment.from',
          { sv: 'Uppdraget kommer från', en: 'Assigned by' },
          {
            sv: 'Nämnd, inspektion eller annan som har beslutat om granskningen',
            en: 'The body that decided on it',
          },
        )}
        <h2>{say({ sv: 'Besluten', en: 'The decisions' })}</h2>
        {checks(
          'measures',
          'population.measures',
          { sv: 'Insatser', en: 'Measures' },
          (lists?.['measures'] ?? []).map(({ code, label }) => ({ id: code, label: say(label) })),
        )}
        {checks(
          'outcomes',
          'population.outcomes',
          { sv: 'Utfall', en: 'Outcomes' },
          coded(OUTCOMES, OUTCOMES.labels),
        )}
        {day('decidedFrom', 'population.decidedFrom', {
          sv: 'Beslutade från och med',
          en: 'Decided from',
        })}
        {day('decidedTo', 'population.decidedTo', { sv: 'Beslutade till och med', en: 'Decided through' })}
        {checks(
          'unitIds',
          'population.unitIds',
          { sv: 'Enheter', en: 'Units' },
          (directory?.units ?? []).map(({ unitId, name }) => ({ id: unitId, label: name })),
          {
            sv: 'Enheten som hade akten på beslutets dag',
            en: 'The unit that had the file on the day of the decision',
          },
        )}
        <h2>{say({ sv: 'Urvalet', en: 'The sample' })}</h2>
        <RadioField
          path="samplingUnit"
          label={say({ sv: 'Vad som dras', en: 'What is drawn' })}
          options={coded(SAMPLING_UNITS, SAMPLING_UNITS.labels)}
          value={plan.samplingUnit}
          onChange={(value) => {
            set({ samplingUnit: value as WrittenPlan['samplingUnit'] });
          }}
        />
        {checks(
          'sexes',
          'sexes',
          { sv: 'Grupper efter kön', en: 'Groups by sex' },
          coded(SEXES, SEXES.labels),
        )}
        {checks('acts', 'acts', { sv: 'Grupper efter lag', en: 'Groups by act' }, coded(ACTS, ACTS.labels))}
        {text('wanted', 'strata', { sv: 'Antal i varje grupp', en: 'Number in each group' })}
        {checks(
          'wholeOutcomes',
          'reviewedWhole',
          { sv: 'Granskas i sin helhet, vid sidan av urvalet', en: 'Reviewed whole, beside the sample' },
          coded(OUTCOMES, OUTCOMES.labels),
          {
            sv: 'Alla avslag under tiden, till exempel',
            en: 'All rejections of the period, say',
          },
        )}
        {day('measuringDay', 'measuringDay', { sv: 'Mätdag', en: 'Measuring day' })}
        <p className="small soft">
          {say({
            sv: 'Planen öppnar ingen akt. Nästa steg: en annan person läser ramen och godkänner.',
            en: 'The plan opens no file. Next, another person reads the frame and approves.',
          })}
        </p>
        <p>
          <Button type="submit" weight="primary" isDisabled={planning.isPending}>
            {say({ sv: 'Planera', en: 'Plan' })}
          </Button>
        </p>
      </form>
    </>
  );
};

/** What the API did not accept. It has the focus, and says each place; the fields say it too. */
const Failed = ({ error }: { readonly error: Error }) => {
  const at = useRef<HTMLDivElement>(null);
  useEffect(() => {
    at.current?.focus();
  }, [error]);
  return (
    <div ref={at} tabIndex={-1} className="plan-failed">
      <FaultCard error={error} />
      {error instanceof ApiProblem && (
        <ul>
          {error.errors.map(({ field, text }) => (
            <li key={`${field} ${text}`}>{text}</li>
          ))}
        </ul>
      )}
    </div>
  );
};
