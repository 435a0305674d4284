import type { Page } from 'playwright-core';

interface Focused {
  readonly path: string;
  readonly option: string;
  readonly tag: string;
  readonly kind: string;
  readonly value: string;
  readonly checked: boolean;
  readonly items: number;
}

/** What has the focus, as the keyboard sees it. */
const focused = (page: Page): Promise<Focused> =>
  page.evaluate(`(() => {
    const e = document.activeElement;
    const part = e.closest('fieldset');
    return {
      path: e.dataset?.path ?? '', option: e.dataset?.option ?? '', tag: e.tagName, kind: e.type ?? '', value: e.value ?? '',
      checked: e.checked === true, items: part ? part.querySelectorAll(':scope > .item').length : 0,
    };
  })()`);

/** The value at a path such as `data.goals[2].text`. */
const valueAt = (body: unknown, path: string): unknown =>
  path
    .split(/[.[\]]+/)
    .filter((name) => name !== '')
    .reduce<unknown>((value, name) => (value as Record<string, unknown> | null | undefined)?.[name], body);

const ALTERNATIVE = '$oneOf';

/**
 * Fills in the form of a step by keyboard alone and saves it: Tab from field to field, and in each what the body says. @param alternatives which of the
 * groups of a part is given, by the path of the part
 */
export const fillByKeys = async (
  page: Page,
  body: object,
  alternatives: Readonly<Record<string, number>> = {},
  /** The field after which to stop; left out: the form is saved. */
  upTo?: string,
): Promise<void> => {
  for (let tabs = 0; tabs < 600; tabs++) {
    const here = await focused(page);
    if (here.path === 'save') {
      await page.keyboard.press('Enter');
      return;
    }
    const isLast = here.path === upTo;
    const moved = here.path !== '' && (await write(page, here, body, alternatives));
    if (isLast) return;
    if (!moved) await page.keyboard.press('Tab');
  }
  throw new Error('the button that saves was not reached');
};

/** @returns whether the focus has moved to something new */
const write = async (
  page: Page,
  { path, option, tag, kind, value, checked, items }: Focused,
  body: object,
  alternatives: Readonly<Record<string, number>>,
): Promise<boolean> => {
  if (path.endsWith('[+]')) {
    const wanted = valueAt(body, path.slice(0, -3));
    if (!Array.isArray(wanted) || items >= wanted.length) return false;
    await page.keyboard.press('Enter');
    for (let tries = 0; tries < 200 && (await focused(page)).path === path; tries++)
      await new Promise((resolve) => setTimeout(resolve, 10));
    return true;
  }
  const given = path.endsWith(ALTERNATIVE)
    ? alternatives[path.slice(0, -ALTERNATIVE.length - 1)]
    : valueAt(body, path);
  if (given === undefined || given === null) return false;
  if (kind === 'checkbox') {
    if ((given as readonly string[]).includes(option) !== checked) await page.keyboard.press('Space');
    return false;
  }
  if (kind === 'radio') {
    const key = String(given);
    if (option === key && !checked) await page.keyboard.press('Space');
    for (let turns = 0; turns < 20 && (await focused(page)).option !== key; turns++)
      await page.keyboard.press('ArrowRight');
    return false;
  }
  const text = Array.isArray(given) ? given.join('\n') : String(given);
  if (tag === 'SELECT') {
    await page.keyboard.press('Home');
    let last = '';
    for (let turns = 0; turns < 200; turns++) {
      const now = (await focused(page)).value;
      if (now === text || (now === last && turns > 1)) break;
      last = now;
      await page.keyboard.press('ArrowDown');
    }
    // An id that the form gave, such as that of a goal written in it: the first that there is.
    if ((await focused(page)).value !== text) {
      await page.keyboard.press('Home');
      await page.keyboard.press('ArrowDown');
    }
    return false;
  }
  if (value === text) return false;
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(text);
  return false;
};
