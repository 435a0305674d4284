import { Button } from '@rt/ui';
import type { Text } from '@rt/domain';
import { useEffect, useRef } from 'react';
import { useSay } from '../texts/language';
import { STATED_PURPOSES, type StatedPurpose } from './purposes';

const WORDS: Readonly<Record<StatedPurpose, Text>> = {
  handling: { sv: 'Handläggning', en: 'Handling the case' },
  followUp: { sv: 'Uppföljning', en: 'Follow-up' },
  quality: { sv: 'Kvalitetssäkring', en: 'Quality assurance' },
  supervision: { sv: 'Tillsyn eller granskning', en: 'Supervision or review' },
  administration: { sv: 'Administration', en: 'Administration' },
};

/** Asks what a colleague's file is opened for, before anything of it is shown. */
export const PurposeCard = ({ onState }: { readonly onState: (purpose: StatedPurpose) => void }) => {
  const say = useSay();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, []);
  return (
    <section className="card purpose" aria-labelledby="purpose">
      <h1 id="purpose" ref={heading} tabIndex={-1}>
        {say({ sv: 'Du läser en kollegas akt', en: 'You are reading a colleague’s file' })}
      </h1>
      <p>
        {say({
          sv: 'Vad ska du använda den till? Ändamålet och din läsning står i åtkomstloggen.',
          en: 'What do you need it for? The purpose and your reading stand in the access log.',
        })}
      </p>
      <p className="purposes">
        {STATED_PURPOSES.map((purpose) => (
          <Button
            key={purpose}
            onPress={() => {
              onState(purpose);
            }}
          >
            {say(WORDS[purpose])}
          </Button>
        ))}
      </p>
    </section>
  );
};
