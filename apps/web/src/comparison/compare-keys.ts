import { useCallback } from 'react';
import { useShortcuts } from '../shell/shortcuts';

/** What each key moves the focus to, of the page. */
const PLACES: Readonly<Record<string, string>> = {
  a: 'input[data-option="approve"]',
  r: 'input[data-option="return"]',
};

/** D moves the focus to the next difference, A and R choose to approve and to return. */
export const useCompareKeys = (): ((page: HTMLElement | null) => (() => void) | undefined) => {
  const { areOn } = useShortcuts();
  return useCallback(
    (page: HTMLElement | null) => {
      if (page === null || !areOn) return undefined;
      const press = (event: KeyboardEvent): void => {
        if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
        const place = PLACES[event.key];
        const goal =
          event.key === 'd'
            ? nextDifference(page)
            : place === undefined
              ? null
              : page.querySelector<HTMLElement>(place);
        if (goal === null || goal === undefined) return;
        event.preventDefault();
        goal.focus();
        goal.scrollIntoView({ block: 'nearest' });
        if (place !== undefined) goal.click();
      };
      document.addEventListener('keydown', press);
      return () => {
        document.removeEventListener('keydown', press);
      };
    },
    [areOn],
  );
};

/** The one after that which has the focus, and after the last the first. */
const nextDifference = (page: HTMLElement): HTMLElement | undefined => {
  const all = [...page.querySelectorAll<HTMLElement>('[data-difference]')];
  const now = all.findIndex((one) => one.contains(document.activeElement));
  return all[now + 1] ?? all[0];
};

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.matches('textarea, select, input:not([type="radio"]):not([type="checkbox"])'));
