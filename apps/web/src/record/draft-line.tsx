import type { Text } from '@rt/domain';
import { Button } from '@rt/ui';
import { Check } from 'lucide-react';
import { useState } from 'react';
import { timeOf } from '../days/day-words';
import { useSay } from '../texts/language';
import type { DraftState } from './draft-saver';

const REFUSED: Readonly<Record<string, Text>> = {
  DRAFTS_FULL: {
    sv: 'Utkastet sparas inte: du har så många som får finnas. Kasta något på Min dag.',
    en: 'The draft is not saved: you have as many as there may be. Discard one on My day.',
  },
  TOO_LARGE: {
    sv: 'Utkastet sparas inte: det är för långt.',
    en: 'The draft is not saved: it is too long.',
  },
};
const NOT_SAVED: Text = {
  sv: 'Utkastet sparas inte. Spara steget innan du lämnar sidan.',
  en: 'The draft is not saved. Save the step before you leave the page.',
};
const WAITING: Text = {
  sv: 'Utkastet är inte sparat ännu. Försöker igen.',
  en: 'The draft is not saved yet. Trying again.',
};

/** Says whether what is written is kept, and discards it when asked twice. */
export const DraftLine = ({
  state,
  onDiscard,
}: {
  readonly state: DraftState;
  readonly onDiscard: () => void;
}) => {
  const say = useSay();
  const [isAsked, setAsked] = useState(false);
  if (state.is === 'none') return null;
  if (state.is !== 'saved')
    return (
      <p className="draft-line small" role="status">
        {say(state.is === 'waiting' ? WAITING : (REFUSED[state.code] ?? NOT_SAVED))}
      </p>
    );
  return (
    <p className="draft-line small soft">
      <Check size={16} aria-hidden="true" />
      <span>
        {say({ sv: 'Utkast sparat', en: 'Draft saved' })} {timeOf(state.at)}
      </span>
      {isAsked ? (
        <>
          <Button weight="quiet" onPress={onDiscard}>
            {say({ sv: 'Ja, kasta utkastet', en: 'Yes, discard the draft' })}
          </Button>
          <Button
            weight="quiet"
            autoFocus
            onPress={() => {
              setAsked(false);
            }}
          >
            {say({ sv: 'Behåll', en: 'Keep' })}
          </Button>
        </>
      ) : (
        <Button
          weight="quiet"
          onPress={() => {
            setAsked(true);
          }}
        >
          {say({ sv: 'Kasta utkastet', en: 'Discard the draft' })}
        </Button>
      )}
    </p>
  );
};
