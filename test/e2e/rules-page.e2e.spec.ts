import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { startChromium } from './chromium.fixture';
import { fromApplicationToOrder, openCity, type City } from './city.fixture';
import { axeOn, Pages, pictureOf, sidewaysOn, type Opened } from './page.fixture';

/** Regler: what each rule says, who says so, and where its edge is. */
describe('the page of the rules', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'rt-rules-page-'));
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

  it('shows by keyboard alone what a rule says, its edge, and what it finds today', async () => {
    const { page, faults } = await open('/min-dag', 'hl-farsta-1');
    await page.getByRole('link', { name: 'Regler' }).press('Enter');
    const search = page.getByRole('searchbox', { name: /Sök i \d+ regler/ });
    await search.fill('genomförandeplan saknas');
    await page.waitForURL(/regler\?q=/);
    await page
      .getByRole('link', { name: /Genomförandeplan saknas efter 15 dagar\s*1 brister i dag/ })
      .press('Enter');
    await page.waitForURL(/\/regler\/plan-due\?q=/);
    await page.getByRole('heading', { name: 'Genomförandeplan saknas efter 15 dagar' }).waitFor();
    expect(await page.getByText('bevaka att genomförandeplanen inkommit inom 15 dagar').count()).toBe(1);
    expect(await page.getByRole('listitem').filter({ hasText: 'kravet och talet' }).innerText()).toContain(
      'Lokal rutin',
    );
    const nothingMore = page.getByRole('row', { name: /^Inget mer händer/ }).first();
    expect(await nothingMore.getByRole('cell').allInnerTexts()).toEqual(
      expect.arrayContaining([expect.stringMatching(/inom tid/), 'förfallen']),
    );
    expect(await page.getByText('äldst 1 dag').count()).toBe(1);
    await page.getByText(/exempel till/).press('Enter');
    expect(await page.getByRole('table').count()).toBeGreaterThan(1);
    expect(faults).toEqual([]);
  });

  it('says that no rule fits, and keeps the search in the address', async () => {
    const { page } = await open('/regler?q=xyzzy', 'hl-farsta-1');
    await page.getByText('Ingen regel nämner "xyzzy".').waitFor();
    await page.getByRole('searchbox', { name: /regler/ }).press('Escape');
    await page.getByRole('heading', { name: 'Så läser vi den' }).waitFor();
    expect(new URL(page.url()).search).toBe('');
  });

  it('tells a role without files no numbers', async () => {
    const { page, faults } = await open('/regler', 'godk-1');
    await page.getByRole('heading', { name: 'Så läser vi den' }).waitFor();
    expect(await page.getByText('Just nu').count()).toBe(0);
    expect(await page.getByRole('link', { name: 'Min dag' }).count()).toBe(0);
    expect(faults).toEqual([]);
  });

  it('says kindly that there is no such rule', async () => {
    const { page } = await open('/regler/no-such-rule', 'hl-farsta-1');
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('navigation', { name: 'Regler efter källa' }).count()).toBe(1);
  });

  describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
    it.each([320, 683, 1366])(
      'at %i pixels breaks no rule of access and does not scroll sideways',
      async (width) => {
        const { page, faults } = await open('/regler/plan-due', 'hl-farsta-1', { width, colorScheme });
        await page.getByRole('heading', { name: 'Exempel, dag för dag' }).waitFor();
        await page.getByText(/exempel till/).click();
        await pictureOf(page, `rules-${width}-${colorScheme}`);
        const { violations, undecided } = await axeOn(page);
        expect(violations).toEqual([]);
        // On a narrow page the tables of days scroll inside their frame, and axe cannot see what the frame hides. On the wide one nothing is hidden.
        expect(undecided.filter((place) => width === 1366 || !/\b(tr|th|td)\b/.test(place))).toEqual([]);
        expect(await sidewaysOn(page)).toBe(0);
        expect(faults).toEqual([]);
      },
    );
  });
});
