import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { startChromium } from './chromium.fixture';
import { fromApplicationToOrder, KIM, openCity, type City } from './city.fixture';
import { axeOn, Pages, pictureOf, sidewaysOn, type Opened } from './page.fixture';

/** Granskningar: one is planned, approved by another person, drawn with a value said aloud, read and closed. */
describe('the pages of the reviews', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'rt-reviews-page-'));
  let city: City;
  let browser: Browser;
  let pages: Pages;
  const opened: Opened[] = [];

  beforeAll(async () => {
    city = await openCity();
    city.onDay('2026-03-02');
    const anna = city.person('hl-farsta-1');
    for (const name of ['Kim', 'Lo']) {
      const fileId = await anna.opensFile({ ...KIM, name: `${name} Exempelsson` });
      await anna.records(fileId, fromApplicationToOrder('hl-farsta-1').steps);
    }
    city.onDay('2026-03-20');
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
  const write = (page: Page, label: string, text: string) =>
    page.getByLabel(label, { exact: true }).fill(text);
  const tick = (page: Page, label: string) => page.getByLabel(label, { exact: true }).press('Space');

  it('lets an inspector plan by keyboard alone, and says what is missing', async () => {
    const { page, faults } = await open('/', 'insp-1');
    await page.getByText('Ingen granskning är planerad.').waitFor();
    await page.getByRole('link', { name: 'Planera en granskning' }).press('Enter');
    await page.getByRole('button', { name: 'Planera' }).press('Enter');
    await page.getByRole('alert').waitFor();
    await write(page, 'Rubrik', 'Ledsagarservice i Farsta');
    await write(page, 'Beteckning', 'farsta-2026');
    await write(page, 'Diarienummer', 'SOF 2026/118');
    await write(page, 'Uppdraget kommer från', 'Socialnämnden');
    await tick(page, 'Ledsagarservice');
    await write(page, 'Beslutade från och med', '2026-01-01');
    await write(page, 'Beslutade till och med', '2026-03-20');
    await tick(page, 'Farsta');
    await write(page, 'Mätdag', '2026-03-20');
    await page.getByRole('button', { name: 'Planera' }).press('Enter');
    await page.getByRole('heading', { name: 'Ledsagarservice i Farsta' }).waitFor();
    await page.getByText('Planerad, väntar på godkännande').waitFor();
    await page.getByText('beslut i ramen just nu').waitFor();
    expect(await page.getByRole('button', { name: 'Godkänn' }).count()).toBe(0);
    expect(faults).toEqual([]);
  });

  it('lets another person approve, and draws with a value said aloud', async () => {
    const approver = await open('/granskningar/farsta-2026', 'godk-1');
    expect(await approver.page.getByRole('link', { name: 'Planera en granskning' }).count()).toBe(0);
    await approver.page.getByRole('button', { name: 'Godkänn' }).press('Enter');
    await approver.page.getByText('En inspektör drar urvalet.').waitFor();
    const { page, faults } = await open('/granskningar/farsta-2026', 'insp-1');
    await write(page, 'Värde som sagts högt', '4 6 1');
    await page.getByLabel('Sagt av', { exact: true }).selectOption('godk-1');
    await page.getByRole('button', { name: 'Dra urvalet' }).press('Enter');
    await page.getByRole('heading', { name: 'Granska ärendena' }).waitFor();
    await page
      .getByRole('row', { name: /Exempelsson/ })
      .nth(1)
      .waitFor();
    expect(await page.getByRole('row', { name: /Exempelsson/ }).count()).toBe(2);
    expect([...faults, ...approver.faults]).toEqual([]);
  });

  it('shows the sample, narrows it, fetches it as CSV and leads to each case', async () => {
    const { page, faults } = await open('/granskningar/farsta-2026', 'insp-1');
    await page
      .getByRole('row', { name: /Exempelsson/ })
      .first()
      .waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Hämta som CSV' }).press('Enter'),
    ]);
    expect(download.suggestedFilename()).toBe('farsta-2026.csv');
    expect(
      readFileSync(await download.path(), 'utf8')
        .trim()
        .split('\n'),
    ).toHaveLength(3);
    await page.getByRole('link', { name: 'Öppna första ärendet' }).press('Enter');
    await page.getByRole('slider').waitFor();
    await page.getByRole('main').press('n');
    await page.waitForURL(/arenden\/2/);
    await page.getByRole('slider').waitFor();
    await page.getByRole('link', { name: 'Ledsagarservice i Farsta' }).press('Enter');
    await page.getByText('2 av 2').first().waitFor();
    await page
      .getByRole('row', { name: /Öppnade/ })
      .nth(1)
      .waitFor();
    expect(faults).toEqual([]);
  });

  it('says kindly to a case worker that reviews are for others', async () => {
    for (const address of ['/granskningar', '/granskningar/ny', '/granskningar/farsta-2026']) {
      const { page } = await open(address, 'hl-farsta-1');
      await page.getByRole('heading', { name: 'Granskningar hör till inspektörerna' }).waitFor();
    }
  });

  it.each([
    [320, 'dark'],
    [1366, 'light'],
  ] as const)(
    'at %i pixels in %s break no rule of access and do not scroll sideways',
    async (width, colorScheme) => {
      const { page, faults } = await open('/granskningar/ny', 'insp-1', { width, colorScheme });
      for (const [name, address, ready] of [
        ['plan', '/granskningar/ny', 'Planera'],
        ['list', '/granskningar', 'Granskningar'],
        ['one', '/granskningar/farsta-2026', 'Urvalet'],
      ] as const) {
        await page.goto(`${pages.base}${address}`);
        await page.getByRole('heading', { name: ready, exact: false }).first().waitFor();
        await page
          .getByText(/hämtas|räknas/)
          .first()
          .waitFor({ state: 'detached' });
        await pictureOf(page, `reviews-${name}-${width}-${colorScheme}`);
        const { violations, undecided } = await axeOn(page);
        const unlooked = undecided.filter((place) => width === 1366 || !/\b(tr|th|td)\b/.test(place));
        expect({ name, violations, unlooked, sideways: await sidewaysOn(page) }).toEqual({
          name,
          violations: [],
          unlooked: [],
          sideways: 0,
        });
      }
      expect(faults).toEqual([]);
    },
  );

  it('closes when both sides have said so', async () => {
    const { page } = await open('/granskningar/farsta-2026', 'insp-1');
    await page.getByRole('button', { name: 'Föreslå avslut' }).press('Enter');
    await page.getByRole('heading', { name: 'Avslut är föreslaget' }).waitFor();
    const approver = await open('/granskningar/farsta-2026', 'godk-1');
    await approver.page.getByRole('button', { name: 'Avsluta granskningen' }).press('Enter');
    await approver.page.getByText('Avslutad', { exact: true }).waitFor();
  });
});
