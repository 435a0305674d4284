import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { startChromium } from './chromium.fixture';
import { builtPages, fromApplicationToOrder, openCity, type City } from './city.fixture';
import { axeOn, Pages, pictureOf, sidewaysOn, type Opened } from './page.fixture';

/** Sign-in and Min dag, in a real browser. */
describe('the pages', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'rt-pages-'));
  let city: City;
  let browser: Browser;
  let pages: Pages;
  const opened: Opened[] = [];

  beforeAll(async () => {
    city = await openCity();
    city.onDay('2026-03-02');
    const anna = city.person('hl-farsta-1');
    const fileId = await anna.opensFile();
    await anna.records(fileId, fromApplicationToOrder('hl-farsta-1').steps);
    // The plan was due on 17 March.
    city.onDay('2026-03-18');
    browser = await startChromium(folder);
    pages = new Pages(browser, city);
  });
  afterEach(async () => {
    for (const { context } of opened.splice(0)) await context.close();
  });
  afterAll(async () => {
    await browser.close();
    await city.close();
    rmSync(folder, { recursive: true });
  });

  const open = async (...given: Parameters<Pages['open']>): Promise<Opened> => {
    const one = await pages.open(...given);
    opened.push(one);
    return one;
  };
  const myDay = async (...look: [Parameters<Pages['open']>[2]?]): Promise<Opened> => {
    const one = await open('/min-dag', 'hl-farsta-1', ...look);
    await one.page.getByRole('heading', { name: 'Förfallna' }).waitFor();
    return one;
  };

  it('are served with a policy that lets nothing else in, hashed and compressed', async () => {
    const get = (address: string, headers = {}) =>
      fetch(`${pages.base}${address}`, { headers: { accept: 'text/html', ...headers } });
    const page = await get('/min-dag');
    expect(page.status).toBe(200);
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    const again = await get('/min-dag', { 'if-none-match': page.headers.get('etag') });
    expect([again.status, again.headers.get('content-security-policy')]).toEqual([304, policy]);
    const script = /src="(\/assets\/[^"]+)"/.exec(await page.text())?.[1] as string;
    const asset = await get(script, { 'accept-encoding': 'br' });
    expect(asset.headers.get('content-encoding')).toBe('br');
    expect(asset.headers.get('cache-control')).toContain('immutable');
  });

  it('are asked for by browsers: programs get the API, and what is not there is told in its way', async () => {
    const asked = async (address: string, accept: string) => {
      const answer = await fetch(`${pages.base}${address}`, { headers: { accept } });
      return [answer.status, (answer.headers.get('content-type') ?? '').split(';')[0]];
    };
    expect(await asked('/min-dag', 'application/json')).toEqual([404, 'application/problem+json']);
    expect(await asked('/api/v1/nothing', 'text/html')).toEqual([404, 'application/problem+json']);
    expect(await asked('/assets/nothing.js', '*/*')).toEqual([404, 'application/problem+json']);
    expect(await asked('/assets/../../cli/src/main.js', '*/*')).toEqual([404, 'application/problem+json']);
    expect(await asked('/health/live', 'text/html,*/*;q=0.8')).toEqual([200, 'application/json']);
  });

  it('need at most 200 kB of JavaScript for the first of them', () => {
    const manifest = JSON.parse(
      readFileSync(path.join(builtPages, '.vite', 'manifest.json'), 'utf8'),
    ) as Record<string, { readonly file: string; readonly imports?: readonly string[] }>;
    const needed = new Set<string>();
    const follow = (key: string): void => {
      const { file, imports = [] } = manifest[key] as { file: string; imports?: string[] };
      if (needed.has(file)) return;
      needed.add(file);
      for (const each of imports) follow(each);
    };
    follow('index.html');
    for (const page of ['src/sign-in/sign-in.page.tsx', 'src/my-day/my-day.page.tsx']) follow(page);
    const bytes = [...needed].reduce(
      (sum, file) => sum + gzipSync(readFileSync(path.join(builtPages, file))).length,
      0,
    );
    expect(bytes).toBeGreaterThan(50_000);
    expect(bytes).toBeLessThanOrEqual(200_000);
  });

  it('let a case worker sign in, see what is late and open it, by keyboard alone', async () => {
    const { page, faults } = await open('/min-dag');
    // Nobody is signed in, so the address leads to the sign-in, and back after it.
    await page.getByRole('heading', { name: 'Röda tråden' }).waitFor();
    await pictureOf(page, 'sign-in');
    const worker = page.getByRole('button', { name: 'Logga in som Handläggare 1' });
    await worker.waitFor();
    const unit = page.getByRole('button', { name: /Enhet/ }).first();
    for (let tabs = 0; tabs < 20 && !(await isFocused(unit)); tabs++) await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('option', { name: 'Farsta' }).waitFor();
    await page.keyboard.type('Far');
    await page.keyboard.press('Enter');
    for (let tabs = 0; tabs < 20 && !(await isFocused(worker)); tabs++) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Min dag' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/min-dag');

    const late = page.getByRole('region', { name: 'Förfallna' }).getByRole('listitem');
    await late.first().waitFor();
    expect(await page.title()).toMatch(/^\(\d+\) Min dag · Röda tråden$/);
    await page.keyboard.press('j');
    const act = late.first().getByRole('button');
    expect(await isFocused(act)).toBe(true);
    await page.keyboard.press('Enter');
    expect(await act.getAttribute('aria-expanded')).toBe('true');
    await page.keyboard.press('Escape');
    expect(await act.getAttribute('aria-expanded')).toBe('false');
    expect(await isFocused(act)).toBe(true);

    // A filter stands in the address, so that going back takes it away.
    await page.getByRole('radio', { name: /^Plan/ }).click();
    await page.waitForURL(/step=plan/);
    await page.goBack();
    await page.waitForURL((url) => !url.search.includes('step'));
    expect(faults).toEqual([]);
  });

  it.each([
    ['light', 1366],
    ['dark', 1366],
    ['light', 683],
    ['light', 320],
    ['dark', 320],
  ] as const)('can be read by everyone: %s, %d px wide', async (colorScheme, width) => {
    const name = `${colorScheme}-${width}`;
    const signIn = await open('/logga-in', undefined, { colorScheme, width });
    await signIn.page
      .getByRole('button', { name: /Logga in/ })
      .first()
      .waitFor();
    const day = await myDay({ colorScheme, width });
    await day.page.locator('[data-act]').first().click();
    await pictureOf(signIn.page, `sign-in-${name}`);
    await pictureOf(day.page, `my-day-${name}`);
    for (const { page, faults } of [signIn, day]) {
      expect(await axeOn(page)).toEqual({ violations: [], undecided: [] });
      expect(await sidewaysOn(page)).toBe(0);
      expect(faults).toEqual([]);
    }
  });

  it('show an empty day, a refusal and a server that is away in words', async () => {
    const empty = await open('/min-dag', 'hl-sodermalm-1');
    await empty.page.getByText('Inget väntar').waitFor();
    await pictureOf(empty.page, 'my-day-empty');
    expect(await axeOn(empty.page)).toEqual({ violations: [], undecided: [] });

    const away = await open('/logga-in', 'hl-farsta-1');
    await away.page.route('**/api/v1/worklist?*', (route) => route.abort());
    await away.page.goto(`${pages.base}/min-dag`);
    await away.page.getByText('Servern svarar inte.').waitFor({ timeout: 20_000 });
    await pictureOf(away.page, 'my-day-away');
    expect(await axeOn(away.page)).toEqual({ violations: [], undecided: [] });
    await away.page.unroute('**/api/v1/worklist?*');
    await away.page.getByRole('button', { name: 'Försök igen' }).click();
    await away.page.getByRole('heading', { name: 'Förfallna' }).waitFor();
  });

  it('lead from a line to the form of its step, with the file and the case filled in', async () => {
    const { page, faults } = await myDay();
    const late = page.getByRole('region', { name: 'Förfallna' }).getByRole('listitem');
    await late.filter({ hasText: /plan/i }).first().getByRole('button').click();
    const link = page.getByRole('link', { name: /^Registrera: / });
    const step = ((await link.innerText()).split(': ')[1] ?? '').trim();
    await link.press('Enter');
    await page.getByRole('heading', { level: 1, name: step }).waitFor();
    expect(await page.getByLabel('Ärende').inputValue()).not.toBe('');
    expect(faults).toEqual([]);
  });

  it('follow what others record, without a reload', async () => {
    const { page } = await open('/min-dag', 'hl-farsta-2');
    await page.getByText('Inget väntar').waitFor();
    const bo = city.person('hl-farsta-2');
    const own = await bo.opensFile();
    await bo.records(own, {
      type: 'ReminderSet',
      occurredOn: '2026-03-18',
      data: { on: '2026-03-18', text: 'Ring utföraren' },
    });
    await page.getByText('Ring utföraren').waitFor({ timeout: 20_000 });
  });

  const isFocused = (locator: ReturnType<Opened['page']['locator']>): Promise<boolean> =>
    locator.evaluate((element) => element === element.ownerDocument.activeElement);
});
