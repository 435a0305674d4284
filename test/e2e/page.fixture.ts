import AxeBuilder from '@axe-core/playwright';
import { mkdirSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { City } from './city.fixture';

const SHOTS = path.join(__dirname, 'shots');

export interface Opened {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What went wrong in the browser: errors on the console, uncaught errors, requests that left the origin. */
  readonly faults: readonly string[];
}

export interface Look {
  readonly width?: number;
  readonly colorScheme?: 'light' | 'dark';
}

/** Opens pages of a city in a browser, and watches what they do. */
export class Pages {
  readonly base: string;

  constructor(
    private readonly browser: Browser,
    private readonly city: City,
  ) {
    this.base = `http://127.0.0.1:${(city.server.address() as AddressInfo).port}`;
  }

  /** @param userId signed in already; left out: nobody */
  async open(
    address: string,
    userId?: string,
    { width = 1366, colorScheme = 'light' }: Look = {},
  ): Promise<Opened> {
    const context = await this.browser.newContext({
      locale: 'sv-SE',
      viewport: { width, height: 768 },
      colorScheme,
      reducedMotion: 'reduce',
    });
    if (userId !== undefined) {
      const [pair = ''] = (await this.city.person(userId).cookie()).split(';');
      const [name = '', value = ''] = pair.split('=');
      await context.addCookies([{ name, value, url: this.base, httpOnly: true, sameSite: 'Strict' }]);
    }
    const page = await context.newPage();
    const faults: string[] = [];
    page.on('console', (message) => {
      // The browser reports every answer of 400 and above; which ones there may be is the test's business.
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
        faults.push(message.text());
    });
    page.on('pageerror', ({ message }) => faults.push(message));
    page.on('request', (request) => {
      if (!request.url().startsWith(`${this.base}/`)) faults.push(`left the origin: ${request.url()}`);
    });
    await page.goto(`${this.base}${address}`);
    return { page, context, faults };
  }
}

/** What axe finds, and what it could not decide, each as rule and place. */
export const axeOn = async (page: Page): Promise<{ violations: string[]; undecided: string[] }> => {
  const { violations, incomplete } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  const said = (found: typeof violations): string[] =>
    found.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
  return { violations: said(violations), undecided: said(incomplete) };
};

/** Pixels that the page is wider than its window. */
export const sidewaysOn = (page: Page): Promise<number> =>
  page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');

/** Writes a picture of the whole page where a reviewer can look at it. */
export const pictureOf = async (page: Page, name: string): Promise<void> => {
  mkdirSync(SHOTS, { recursive: true });
  await page.screenshot({ path: path.join(SHOTS, `${name}.png`), fullPage: true });
};
