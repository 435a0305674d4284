import { AreaField, Button } from '@rt/ui';
import { useState } from 'react';
import { useSay } from '../texts/language';

/** A reason as the reader leaves it: ticked or not, in the words that are sent. */
export interface WrittenReason {
  readonly id: string;
  readonly text: string;
  readonly chosen: boolean;
}

/** What the provider is to change. It comes from the differences; the reader ticks, and writes it otherwise where that is better. */
export const ReasonList = ({
  reasons,
  onChange,
}: {
  readonly reasons: readonly WrittenReason[];
  readonly onChange: (reasons: readonly WrittenReason[]) => void;
}) => {
  const say = useSay();
  const [writtenId, setWrittenId] = useState<string>();
  const change = (id: string, some: Partial<WrittenReason>): void => {
    onChange(reasons.map((one) => (one.id === id ? { ...one, ...some } : one)));
  };
  if (reasons.length === 0) return null;
  return (
    <fieldset className="reasons">
      <legend>{say({ sv: 'Det här ska utföraren ändra', en: 'What the provider is to change' })}</legend>
      {reasons.map(({ id, text, chosen }) => (
        <div key={id} className="reason">
          {writtenId === id ? (
            <AreaField
              path={`reason-${id}`}
              label={say({ sv: 'Skälet med dina ord', en: 'The reason in your words' })}
              max={4000}
              value={text}
              onChange={(written) => {
                change(id, { text: written });
              }}
            />
          ) : (
            <label>
              <input
                type="checkbox"
                checked={chosen}
                onChange={({ target }) => {
                  change(id, { chosen: target.checked });
                }}
              />
              <span>{text}</span>
            </label>
          )}
          {chosen && (
            <Button
              weight="quiet"
              aria-label={
                writtenId === id
                  ? say({ sv: 'Klar med skälet', en: 'Done with the reason' })
                  : say({ sv: `Ändra skälet: ${text}`, en: `Change the reason: ${text}` })
              }
              onPress={() => {
                setWrittenId(writtenId === id ? undefined : id);
              }}
            >
              {writtenId === id ? say({ sv: 'Klar', en: 'Done' }) : say({ sv: 'Ändra', en: 'Change' })}
            </Button>
          )}
        </div>
      ))}
    </fieldset>
  );
};
