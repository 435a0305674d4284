import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { startChromium } from './chromium.fixture';
import { fromApplicationToOrder, openCity, type City } from './city.fixture';
import { axeOn, Pages, pictureOf, sidewaysOn, type Opened } from './page.fixture';

const REVIEW = 'stickprov-2026';
const CASE = `/granskningar/${REVIEW}/arenden/1`;

/** Granska ärende: the call to the brother on 10 March, and his consent of 9 March that was written down on 20 March. */
describe('the page of a reviewed case', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'rt-replay-page-'));
  let city: City;
  let browser: Browser;
  let pages: Pages;
  const opened: Opened[] = [];

  beforeAll(async () => {
    city = await openCity();
    city.onDay('2026-03-02');
    const anna = city.person('hl-farsta-1');
    const fileId = await anna.opensFile();
    const { steps, ids } = fromApplicationToOrder('hl-farsta-1');
    await anna.records(fileId, steps);
    city.onDay('2026-03-10');
    await anna.records(fileId, {
      type: 'ContactMade',
      occurredOn: '2026-03-10',
      caseId: ids.caseId,
      data: {
        withPerson: false,
        partyIds: [ids.brother],
        channel: 'phone',
        direction: 'out',
        purpose: 'Om insatsen',
        disclosed: true,
        subjects: ['measure'],
        ground: null,
      },
    });
    city.onDay('2026-03-20');
    await anna.records(fileId, {
      type: 'ConsentGiven',
      occurredOn: '2026-03-09',
      data: {
        with: { partyId: ids.brother },
        subjects: ['measure'],
        form: 'oral',
        validFrom: '2026-03-09',
        validTo: '2026-12-31',
      },
    });
    city.onDay('2026-03-27');
    await city.drawsOneOf('farsta', REVIEW);
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
  const outcome = (page: Page) => page.getByRole('row', { name: /^Utfall/ }).getByRole('cell');

  it('replays the call by keyboard alone, before and after the consent was written down', async () => {
    const { page, faults } = await open(CASE, 'insp-1');
    const slider = page.getByRole('slider', { name: 'Dag i akten' });
    await slider.waitFor();
    await page.getByText('Samma på båda klockorna').waitFor();
    await page.getByLabel('Dag', { exact: true }).fill('2026-03-10');
    await page.getByText('1 skillnad').waitFor();
    const consent = page.getByRole('row', { name: /^2026-03-09/ });
    expect(await consent.getByRole('cell').allInnerTexts()).toEqual([
      expect.stringMatching(/medgivande[^]*Inskrivet 2026-03-20, 11 dagar senare/),
      'Fanns inte i akten',
    ]);
    expect(await outcome(page).allInnerTexts()).toEqual([
      expect.stringMatching(/^ ?1 brist/),
      expect.stringMatching(/2 brister[^]*Kontakt med anhörig utan medgivande/),
    ]);
    await page.waitForURL(/day=2026-03-10/);
    await slider.focus();
    await slider.press('Control+ArrowRight');
    await page.getByText('Samma på båda klockorna').waitFor();
    expect(await slider.getAttribute('aria-valuetext')).toMatch(/20 mars 2026/);
    expect(await outcome(page).first().innerText()).not.toContain('anhörig utan medgivande');
    await slider.press('ArrowLeft');
    await page.getByText('1 skillnad').waitFor();
    const call = page.getByRole('row', { name: /^Kontakt med anhörig utan medgivande/ });
    expect(await call.getByRole('cell').allInnerTexts()).toEqual(['inget att pröva', 'brist']);
    await call.getByRole('button').press('Enter');
    await page.getByRole('heading', { name: /Kontakt tagen 2026-03-10/ }).waitFor();
    expect(faults).toEqual([]);
  });

  it('compares two days, and asks the server for nothing more', async () => {
    const { page } = await open(`${CASE}?day=2026-03-02`, 'insp-1');
    await page.getByRole('slider').waitFor();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.getByLabel(/Jämför med en annan dag/).fill('2026-03-20');
    await page.getByText('2 skillnader').waitFor();
    await page.waitForURL(/against=2026-03-20/);
    await page.getByRole('button', { name: 'Till de två klockorna' }).press('Enter');
    await page.getByText('Samma på båda klockorna').waitFor();
    expect(asked).toEqual([]);
  });

  it('is read once, on the ground of the review', async () => {
    const manager = city.person('ec-farsta');
    const { page } = await open(CASE, 'insp-1');
    await page.getByRole('slider').waitFor();
    const [, fileId = ''] =
      /files\/([0-9a-f-]+)\/events/.exec(
        await page.evaluate("performance.getEntriesByType('resource').map(({ name }) => name).join(' ')"),
      ) ?? [];
    const { body } = await manager.reads(`/files/${fileId}/access-log`, { 'X-Purpose': 'followUp' });
    const ofInspector = (body.entries as { userId: string; scope: string | null }[]).filter(
      ({ userId }) => userId === 'insp-1',
    );
    expect(ofInspector.map(({ scope }) => scope)).toContain(`from=0 limit=1000 review=${REVIEW}`);
  });

  it.each([
    [320, 'light'],
    [683, 'light'],
    [1366, 'light'],
    [320, 'dark'],
    [1366, 'dark'],
  ] as const)(
    'at %i pixels in %s breaks no rule of access and does not scroll sideways',
    async (width, colorScheme) => {
      const { page, faults } = await open(`${CASE}?day=2026-03-10`, 'insp-1', { width, colorScheme });
      await page.getByText('1 skillnad').waitFor();
      await page.getByRole('heading', { name: /Tråden i/ }).waitFor();
      await page.getByRole('button', { name: 'Kontakt med anhörig utan medgivande' }).click();
      await pictureOf(page, `replay-${width}-${colorScheme}`);
      const { violations, undecided } = await axeOn(page);
      expect(violations).toEqual([]);
      expect(undecided).toEqual([]);
      expect(await sidewaysOn(page)).toBe(0);
      expect(faults).toEqual([]);
    },
  );
});
