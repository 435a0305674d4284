import { useCallback } from 'react';
import { useShortcuts } from '../shell/shortcuts';

/**
 * J and K move between the lines' acts, wherever the focus is in the list or outside of a field. The lines are found in the document, so that those
 * of an opened fold are part of it.
 */
export const useLineKeys = (): ((list: HTMLElement | null) => (() => void) | undefined) => {
  const { areOn } = useShortcuts();
  return useCallback(
    (list: HTMLElement | null) => {
      if (list === null || !areOn) return undefined;
      const move = (event: KeyboardEvent): void => {
        if (event.key !== 'j' && event.key !== 'k') return;
        if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
        const acts = [...(list.parentElement ?? list).querySelectorAll<HTMLElement>('[data-act]')];
        const now = acts.findIndex((act) => act.closest('li')?.contains(document.activeElement));
        const next = acts[event.key === 'j' ? now + 1 : Math.max(now - 1, 0)];
        if (next === undefined) return;
        event.preventDefault();
        next.focus();
        next.closest('li')?.scrollIntoView({ block: 'nearest' });
      };
      document.addEventListener('keydown', move);
      return () => {
        document.removeEventListener('keydown', move);
      };
    },
    [areOn],
  );
};

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));
