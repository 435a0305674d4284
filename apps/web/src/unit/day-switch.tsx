import { addDays, calendarDay, yearOf, type LocalDate } from '@rt/domain';
import { Button } from '@rt/ui';
import { useNavigate } from '@tanstack/react-router';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { fullDay, weekOf } from '../days/day-words';
import { useSay } from '../texts/language';

/** The day of the figures: one day back or on, any day, or the last day of the month before. No day after today. */
export const DaySwitch = ({ today, shown }: { readonly today: LocalDate; readonly shown: LocalDate }) => {
  const say = useSay();
  const navigate = useNavigate({ from: '/laget' });
  const go = (day: LocalDate): void => {
    void navigate({
      search: ({ on: _, ...rest }) => ({ ...rest, ...(day < today && { on: day }) }),
      resetScroll: false,
    });
  };
  const lastOfMonthBefore = addDays(calendarDay(yearOf(shown), Number(shown.slice(5, 7)), 1), -1);
  return (
    <div className="day-switch no-print" role="group" aria-label={say({ sv: 'Vilken dag', en: 'Which day' })}>
      <Button
        aria-label={say({ sv: 'Dagen före', en: 'The day before' })}
        onPress={() => {
          go(addDays(shown, -1));
        }}
      >
        <ChevronLeft size={16} aria-hidden="true" />
      </Button>
      <label>
        <span className="unseen">{say({ sv: 'Dag', en: 'Day' })}</span>
        <input
          type="date"
          value={shown}
          max={today}
          min="1990-01-01"
          onChange={({ target: { value } }) => {
            if (value >= '1990-01-01' && value <= today) go(value as LocalDate);
          }}
        />
      </label>
      <Button
        aria-label={say({ sv: 'Dagen efter', en: 'The day after' })}
        isDisabled={shown >= today}
        onPress={() => {
          go(addDays(shown, 1));
        }}
      >
        <ChevronRight size={16} aria-hidden="true" />
      </Button>
      <Button
        weight="quiet"
        onPress={() => {
          go(lastOfMonthBefore);
        }}
      >
        {say({ sv: 'Förra månadens sista dag', en: 'Last day of the month before' })}
      </Button>
      <p className="small soft">
        {shown === today
          ? say({ sv: `I dag, vecka ${weekOf(shown)}`, en: `Today, week ${weekOf(shown)}` })
          : say(fullDay(shown))}
      </p>
    </div>
  );
};
