import { on, TITLES, type FormLine } from '@rt/domain';
import { Button } from '@rt/ui';
import { useQueries } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { ApiAnswer } from '../api/client';
import { dayAndWeek, timeOf } from '../days/day-words';
import { useSay } from '../texts/language';
import type { Known } from './choices';
import { schemaQuery } from './record.queries';
import { saidIn } from './said';

export type OtherEvent = ApiAnswer<'Event'>;

/** Why the step was not stored as it was sent. `recordedBetween`: by a colleague; `storedBefore`: an earlier wording of this very form was. */
export interface Clash {
  readonly is: 'recordedBetween' | 'storedBefore';
  readonly theirs: readonly OtherEvent[];
  /** The revision of the file with these events. */
  readonly revision: number;
}

/** Shows what is stored beside what is written, so that whoever writes decides. Nothing of either is lost. */
export const BothVersions = ({
  clash: { is, theirs },
  mine,
  known,
  onKeep,
  onDiscard,
}: {
  readonly clash: Clash;
  readonly mine: { readonly lines: readonly FormLine[]; readonly data: Readonly<Record<string, unknown>> };
  readonly known: Known;
  /** Saves what is written, too. */
  readonly onKeep: () => void;
  readonly onDiscard: () => void;
}) => {
  const say = useSay();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.focus();
  }, [theirs]);
  const schemas = useQueries({ queries: theirs.map(({ type }) => schemaQuery(type)) });
  const userOf = (userId: string): string =>
    say(
      known.directory?.users.find((user) => user.userId === userId)?.title ?? { sv: userId, en: userId },
    ).split(',')[0] ?? '';
  const [first] = theirs;
  return (
    <div className="clash" ref={box} tabIndex={-1} role="alert">
      <h2>
        {is === 'storedBefore'
          ? say({
              sv: 'Steget är redan sparat, med en annan lydelse',
              en: 'The step is stored already, in other words',
            })
          : say({
              sv: `${first ? userOf(first.recordedBy) : ''} sparade nyss i samma sak`,
              en: `${first ? userOf(first.recordedBy) : ''} has just recorded in the same matter`,
            })}
      </h2>
      <div className="versions">
        <section aria-label={say({ sv: 'Det som är sparat', en: 'What is stored' })}>
          <h3>{say({ sv: 'Det som är sparat', en: 'What is stored' })}</h3>
          {theirs.map((event, index) => (
            <div key={event.eventId}>
              <p>
                <b>{say(TITLES[event.type as keyof typeof TITLES])}</b>
              </p>
              <p className="soft small">
                {say(dayAndWeek(on(event.occurredOn), known.today))}, {userOf(event.recordedBy)}{' '}
                {timeOf(event.recordedAt)}
              </p>
              <Facts
                lines={dataLinesOf(schemas[index]?.data?.['x-form'])}
                data={(event.data ?? {}) as Record<string, unknown>}
                known={known}
              />
            </div>
          ))}
        </section>
        <section aria-label={say({ sv: 'Det du har skrivit', en: 'What you have written' })}>
          <h3>{say({ sv: 'Det du har skrivit', en: 'What you have written' })}</h3>
          <Facts lines={mine.lines} data={mine.data} known={known} />
        </section>
      </div>
      <p className="ways">
        <Button weight="primary" data-path="keep" onPress={onKeep}>
          {is === 'storedBefore'
            ? say({ sv: 'Spara mitt som ett steg till', en: 'Save mine as another step' })
            : say({ sv: 'Spara mitt också', en: 'Save mine, too' })}
        </Button>
        <Button onPress={onDiscard}>{say({ sv: 'Kasta mitt', en: 'Discard mine' })}</Button>
      </p>
      <p className="soft small">
        {say({
          sv: 'Inget är borta: det sparade står i historiken, och det du skrivit står kvar i formuläret.',
          en: 'Nothing is gone: what is stored stands in the history, and what you wrote stands in the form.',
        })}
      </p>
    </div>
  );
};

const dataLinesOf = (form: unknown): readonly FormLine[] =>
  (form as readonly FormLine[] | undefined)?.find(({ name }) => name === 'data')?.lines ?? [];

const Facts = ({
  lines,
  data,
  known,
}: {
  readonly lines: readonly FormLine[];
  readonly data: Readonly<Record<string, unknown>>;
  readonly known: Known;
}) => {
  const say = useSay();
  return (
    <dl className="facts">
      {saidIn(lines, data, known).map(({ name, label, text }) => (
        <div key={name}>
          <dt>{say(label)}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
};
