import { Button, DayField } from '@rt/ui';
import { addDays, daysBetween, isLocalDate, on, type LocalDate } from '@rt/domain';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { dayAndWeek, fullDay, weekOf } from '../days/day-words';
import { useSay } from '../texts/language';
import { nextDay, placeOf, previousDay, type Timeline } from './timeline';

/** Where in the file's time one stands: a slider, a day, and the way to the event before and after. */
export const TimeBar = ({
  timeline,
  day,
  onDay,
}: {
  readonly timeline: Timeline;
  readonly day: LocalDate;
  readonly onDay: (day: LocalDate) => void;
}) => {
  const say = useSay();
  const before = previousDay(timeline, day);
  const after = nextDay(timeline, day);
  return (
    <section className="card time-bar" aria-label={say({ sv: 'Dag i akten', en: 'Day in the file' })}>
      <div className="time-acts">
        <Button
          isDisabled={before === undefined}
          onPress={() => {
            if (before !== undefined) onDay(before);
          }}
        >
          <ChevronLeft size={16} aria-hidden="true" />
          {say({ sv: 'Föregående', en: 'Previous' })}
        </Button>
        <OneDay
          path="replay-day"
          label={say({ sv: 'Dag', en: 'Day' })}
          day={day}
          timeline={timeline}
          onDay={onDay}
        />
        <Button
          isDisabled={after === undefined}
          onPress={() => {
            if (after !== undefined) onDay(after);
          }}
        >
          {say({ sv: 'Nästa', en: 'Next' })}
          <ChevronRight size={16} aria-hidden="true" />
        </Button>
        <p className="small soft legend" aria-hidden="true">
          <span className="mark step" /> {say({ sv: 'steg', en: 'step' })}
          <span className="mark contact" /> {say({ sv: 'kontakt', en: 'contact' })}
          <span className="mark later" /> {say({ sv: 'inskrivet senare', en: 'recorded later' })}
        </p>
      </div>
      <div className="time-line">
        <div className="marks" aria-hidden="true">
          <i className="gone" style={{ width: `${placeOf(timeline, day)}%` }} />
          {timeline.marks.map((mark) => (
            <i
              key={`${mark.day}-${mark.kind}`}
              className={`mark ${mark.kind}`}
              style={{ left: `${placeOf(timeline, mark.day)}%` }}
            />
          ))}
        </div>
        <input
          type="range"
          aria-label={say({ sv: 'Dag i akten', en: 'Day in the file' })}
          aria-valuetext={say(fullDay(day))}
          min={0}
          max={daysBetween(timeline.first, timeline.last)}
          value={daysBetween(timeline.first, day)}
          onChange={({ target }) => {
            onDay(addDays(timeline.first, Number(target.value)));
          }}
          onKeyDown={(event) => {
            if (!event.ctrlKey || (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight')) return;
            event.preventDefault();
            const to = event.key === 'ArrowLeft' ? before : after;
            if (to !== undefined) onDay(to);
          }}
        />
        <p className="ends small soft">
          <span>{say(dayAndWeek(timeline.first, day))}</span>
          <span>{say(dayAndWeek(timeline.last, day))}</span>
        </p>
      </div>
    </section>
  );
};

/** A day that is written, or moved by the arrows. What is no day of the file moves nothing. */
export const OneDay = ({
  path,
  label,
  day,
  timeline: { first, last },
  onDay,
  optional,
}: {
  readonly path: string;
  readonly label: string;
  readonly day: LocalDate | undefined;
  readonly timeline: Timeline;
  readonly onDay: (day: LocalDate) => void;
  readonly optional?: string;
}) => {
  const say = useSay();
  // What is being written, as long as it is not a day yet.
  const [written, setWritten] = useState<string>();
  const isOf = (each: string): each is LocalDate => isLocalDate(each) && first <= each && each <= last;
  return (
    <DayField
      path={path}
      label={label}
      optional={optional}
      value={written ?? day ?? ''}
      pattern={say({ sv: 'ÅÅÅÅ-MM-DD', en: 'YYYY-MM-DD' })}
      {...(day !== undefined && {
        hint: `${say({ sv: 'v.', en: 'wk' })} ${weekOf(day)}`,
      })}
      error={
        written !== undefined && written.length === 10 && !isOf(written)
          ? say({
              sv: `Akten har dagar från ${first} till ${last}.`,
              en: `The file has days from ${first} to ${last}.`,
            })
          : undefined
      }
      onKey={(key) => {
        const step = { ArrowUp: 1, ArrowDown: -1, PageUp: 30, PageDown: -30 }[key];
        const moved = step !== undefined && day !== undefined ? addDays(day, step) : undefined;
        return moved !== undefined && isOf(moved) ? moved : undefined;
      }}
      onChange={(given) => {
        if (!isOf(given)) return setWritten(given);
        setWritten(undefined);
        onDay(on(given));
      }}
    />
  );
};
