import { Button } from '@rt/ui';
import { useEffect, useRef, useState } from 'react';
import type { Text } from '@rt/domain';
import { useSay } from '../texts/language';
import { useShortcuts } from './shortcuts';

const KEYS: readonly { readonly keys: string; readonly does: Text }[] = [
  { keys: '/', does: { sv: 'sök personakt', en: 'find a file' } },
  { keys: 'J K', does: { sv: 'nästa, föregående rad i Min dag', en: 'next, previous line of My day' } },
  { keys: '1–9', does: { sv: 'välj ärende i en akt', en: 'choose a case of a file' } },
  {
    keys: 'N P',
    does: { sv: 'nästa, föregående ärende i ett urval', en: 'next, previous case of a sample' },
  },
  {
    keys: 'D A R',
    does: {
      sv: 'nästa skillnad, godkänn, returnera i Plan mot beställning',
      en: 'next difference, approve, return in Plan against order',
    },
  },
  { keys: '?', does: { sv: 'visa den här listan', en: 'show this list' } },
];

/** The keys of one letter, and the button that turns them off for those who speak to the computer. `?` opens the list. */
export const ShortcutsFoot = () => {
  const say = useSay();
  const { areOn, turn } = useShortcuts();
  const [isOpen, setOpen] = useState(false);
  const summary = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!areOn) return undefined;
    const show = ({ key, target }: KeyboardEvent): void => {
      const isTyping =
        target instanceof HTMLElement && ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName);
      if (key !== '?' || isTyping) return;
      setOpen(true);
      summary.current?.focus();
    };
    document.addEventListener('keydown', show);
    return () => {
      document.removeEventListener('keydown', show);
    };
  }, [areOn]);
  return (
    <footer className="shortcuts small">
      <details
        open={isOpen}
        onToggle={({ currentTarget }) => {
          setOpen(currentTarget.open);
        }}
      >
        <summary ref={summary}>{say({ sv: 'Kortkommandon', en: 'Shortcuts' })}</summary>
        <ul>
          {KEYS.map(({ keys, does }) => (
            <li key={keys}>
              <kbd>{keys}</kbd> {say(does)}
            </li>
          ))}
        </ul>
        <Button
          onPress={() => {
            turn(!areOn);
          }}
        >
          {areOn
            ? say({ sv: 'Stäng av kortkommandon', en: 'Turn shortcuts off' })
            : say({ sv: 'Slå på kortkommandon', en: 'Turn shortcuts on' })}
        </Button>
      </details>
    </footer>
  );
};
