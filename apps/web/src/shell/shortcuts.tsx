import { createContext, useCallback, useContext, useMemo, useState, type ReactNode } from 'react';

const KEPT_AS = 'rt.shortcuts';

interface Shortcuts {
  /** Keys of one letter do something. Somebody who speaks to the computer turns them off (WCAG 2.1.4). */
  readonly areOn: boolean;
  readonly turn: (on: boolean) => void;
}

const ShortcutsContext = createContext<Shortcuts>({ areOn: true, turn: () => undefined });

export const ShortcutsProvider = ({ children }: { readonly children: ReactNode }) => {
  const [areOn, setOn] = useState(() => localStorage.getItem(KEPT_AS) !== 'off');
  const turn = useCallback((on: boolean) => {
    localStorage.setItem(KEPT_AS, on ? 'on' : 'off');
    setOn(on);
  }, []);
  const value = useMemo(() => ({ areOn, turn }), [areOn, turn]);
  return <ShortcutsContext value={value}>{children}</ShortcutsContext>;
};

export const useShortcuts = (): Shortcuts => useContext(ShortcutsContext);
