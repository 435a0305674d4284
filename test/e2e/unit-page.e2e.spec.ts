import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { startChromium } from './chromium.fixture';
import { fromApplicationToOrder, KIM, openCity, type City } from './city.fixture';
import { axeOn, Pages, pictureOf, sidewaysOn, type Look, type Opened } from './page.fixture';

// Measuring a whole page with its lists takes a while on a busy machine.
jest.setTimeout(180_000);

/** How the unit stands, for its manager, in a real browser. */
describe('the page of a unit', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'rt-unit-page-'));
  let city: City;
  let browser: Browser;
  let pages: Pages;
  const opened: Opened[] = [];

  beforeAll(async () => {
    city = await openCity();
    city.onDay('2026-03-02');
    for (const worker of ['hl-farsta-1', 'hl-farsta-1', 'hl-farsta-2']) {
      const own = city.person(worker);
      const fileId = await own.opensFile({ ...KIM, protectedIdentity: worker === 'hl-farsta-2' });
      await own.records(fileId, fromApplicationToOrder(worker).steps);
    }
    // The three plans were due on 17 March.
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

  const open = async (address = '', userId = 'ec-farsta', look?: Look): Promise<Opened> => {
    const one = await pages.open(`/laget${address}`, userId, look);
    opened.push(one);
    await one.page.getByRole('heading', { name: 'Läget i enheten' }).waitFor();
    return one;
  };
  const rowsOf = (page: Page) => page.locator('.findings tbody tr');
  /** Waits for something that the page itself computes. The page's policy lets no text be run in it, so the browser is asked again. */
  const until = async (page: Page, condition: string): Promise<void> => {
    while (!(await page.evaluate<boolean>(condition))) await page.waitForTimeout(100);
  };
  /** The number in the heading of the list, once as many lines stand under it. */
  const listed = async (page: Page): Promise<number> => {
    // The heading comes before its lines.
    await until(
      page,
      "parseInt(document.querySelector('#listed')?.textContent ?? '') === document.querySelectorAll('.findings tbody tr').length",
    );
    return rowsOf(page).count();
  };

  it.each([
    ['light', 1366],
    ['dark', 683],
    ['dark', 320],
  ] as const)('can be read by everyone: %s, %d px wide', async (colorScheme, width) => {
    const { page, faults } = await open('', 'ec-farsta', { colorScheme, width });
    await rowsOf(page).first().waitFor();
    await page.getByRole('img', { name: /Förfallna gick från/ }).waitFor();
    await pictureOf(page, `unit-${colorScheme}-${width}`);
    expect(await axeOn(page)).toEqual({ violations: [], undecided: [] });
    expect(await sidewaysOn(page)).toBe(0);
    expect(faults).toEqual([]);
  });

  it('leads from every number to a list of as many lines, with its filter in the address', async () => {
    const { page, faults } = await open();
    const overdue = await listed(page);
    await page.getByRole('link', { name: /mellan beställning och plan/ }).press('Enter');
    await page.waitForURL(/show=broken&step=plan|step=plan&show=broken/);
    await page.getByRole('heading', { name: '3 brister i öppna ärenden' }).waitFor();
    expect(await listed(page)).toBe(3);
    await page.getByRole('link', { name: /^\d+ förfallna, Handläggare 2/ }).click();
    await page.waitForURL(/worker=hl-farsta-2/);
    const own = await listed(page);
    expect(own).toBeLessThan(overdue);
    await page
      .getByRole('link', { name: /Genomförandeplan saknas/ })
      .nth(1)
      .click();
    await page.waitForURL(/rule=plan-due/);
    expect(await listed(page)).toBe(3);
    await page.getByRole('link', { name: /Ta bort filtret Regel/ }).click();
    await page.getByRole('heading', { name: '9 brister i öppna ärenden' }).waitFor();
    const all = await listed(page);
    // What is sent to a colleague shows the same.
    const again = await open(new URL(page.url()).search);
    expect(await listed(again.page)).toBe(all);
    await again.page.getByRole('link', { name: 'Dagar', exact: true }).click();
    await again.page.waitForURL(/order=newestFirst/);
    expect(faults).toEqual([]);
  });

  it('shows another day, says so, and offers no act there', async () => {
    const { page } = await open();
    await rowsOf(page).first().waitFor();
    await page.getByRole('button', { name: 'Dagen före' }).press('Enter');
    await page.waitForURL(/on=2026-03-19/);
    await page.getByText(/Du ser läget som det var torsdag 19 mars/).waitFor();
    await page.getByRole('columnheader', { name: 'Brist', exact: true }).waitFor();
    await pictureOf(page, 'unit-another-day');
    expect(await axeOn(page)).toEqual({ violations: [], undecided: [] });
    await page.getByRole('link', { name: 'Till i dag' }).click();
    await page.getByRole('columnheader', { name: 'Nästa steg' }).waitFor();
    // A day on which nothing was open yet.
    const empty = await open('?on=2026-01-10');
    await empty.page.getByText('Inget att visa: listan är tom den dagen.').waitFor();
  });

  it('gives the filtered list as a file', async () => {
    const { page, faults } = await open('?show=broken&step=plan');
    await rowsOf(page).first().waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Exportera CSV' }).press('Enter'),
    ]);
    expect(download.suggestedFilename()).toBe('broken-2026-03-20.csv');
    const text = readFileSync(await download.path(), 'utf8');
    expect(text.trim().split('\r\n')).toHaveLength(4);
    expect(faults).toEqual([]);
  });

  it('draws 5,000 lines as one scrolls, and says how many there are', async () => {
    const { page, context } = await open();
    const answer = (await (await context.request.get(`${pages.base}/api/v1/findings?limit=1`)).json()) as {
      findings: { id: string }[];
    };
    const [line] = answer.findings;
    const findings = Array.from({ length: 5_000 }, (_, index) => ({ ...line, id: `${line?.id}-${index}` }));
    const body = JSON.stringify({ ...answer, findings, next: null });
    await page.route(/\/api\/v1\/findings\?/, (route) =>
      route.fulfill({ body, contentType: 'application/json' }),
    );
    await page.goto(`${pages.base}/laget?show=soon`);
    await rowsOf(page).first().waitFor();
    expect(await page.locator('.findings').getAttribute('aria-rowcount')).toBe('5001');
    expect(await rowsOf(page).count()).toBeLessThan(100);
    await page.evaluate('window.scrollTo(0, 140000)');
    // Rows of the middle are drawn now, and still but a few of them.
    await until(
      page,
      "Number([...document.querySelectorAll('.findings tr[aria-rowindex]')].at(-1)?.getAttribute('aria-rowindex')) > 2000",
    );
    expect(await rowsOf(page).count()).toBeLessThan(100);
  });

  it('checks what somebody has read during a time, and notes the check', async () => {
    const { page, faults } = await open();
    await page.getByRole('link', { name: 'Loggkontroll' }).click();
    await page.getByRole('button', { name: /Vem/ }).click();
    await page.getByRole('option', { name: 'Handläggare 1', exact: true }).click();
    await page.waitForURL(/user=hl-farsta-1/);
    await page.getByText(/^\d+ rader om \d+ akter?, 0 nekade/).waitFor();
    await pictureOf(page, 'unit-log-check');
    expect(await axeOn(page)).toEqual({ violations: [], undecided: [] });
    const { body } = await city.person('ec-farsta').reads('/users/ec-farsta/access-log?action=accessLog');
    expect((body.entries as { scope: string }[]).map(({ scope }) => scope)).toEqual(
      expect.arrayContaining([expect.stringContaining('user=hl-farsta-1')]),
    );
    expect(faults).toEqual([]);
  });

  it('hands over files in one action, and says what came of it', async () => {
    const { page, faults } = await open();
    await page.getByRole('link', { name: 'Akter hos: Handläggare 1' }).press('Enter');
    await page.getByRole('heading', { name: '2 akter' }).waitFor();
    await page.getByText('Ingen är frånvarande.').waitFor();
    await page.getByRole('button', { name: 'Välj alla som visas' }).press('Enter');
    await page.getByLabel('Handläggare', { exact: true }).selectOption('hl-farsta-3');
    await pictureOf(page, 'unit-hand-over');
    expect(await axeOn(page)).toEqual({ violations: [], undecided: [] });
    await page.getByRole('button', { name: 'Fördela 2 akter' }).press('Enter');
    const done = page.getByRole('heading', { name: '2 akter fördelade' });
    await done.waitFor();
    expect(await done.evaluate((one) => one === one.ownerDocument.activeElement)).toBe(true);
    const { body } = await city.person('ec-farsta').reads('/files?worker=hl-farsta-3');
    expect(body.files).toHaveLength(2);
    expect(faults).toEqual([]);
  });

  it('is offered to managers alone, and says kindly to others whose it is', async () => {
    const { page } = await open('', 'hl-farsta-1');
    await page.getByText('Den här sidan är för enhetschefen.').waitFor();
    expect(await page.getByRole('navigation').getByRole('link', { name: 'Läget' }).count()).toBe(0);
    expect(await axeOn(page)).toEqual({ violations: [], undecided: [] });
  });
});
