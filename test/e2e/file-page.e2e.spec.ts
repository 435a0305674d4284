import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { exampleId, type FileId } from '@rt/domain';
import type { Browser } from 'playwright-core';
import { startChromium } from './chromium.fixture';
import { fromApplicationToOrder, KIM, openCity, type CaseIds, type City } from './city.fixture';
import { axeOn, Pages, pictureOf, sidewaysOn, type Look, type Opened } from './page.fixture';

const WORKER = 'hl-farsta-1';

/** The page of a personal file, in a real browser. */
describe('the page of a file', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'rt-file-page-'));
  let city: City;
  let browser: Browser;
  let pages: Pages;
  let fileId: FileId;
  let ids: CaseIds;
  let emptyId: FileId;
  const opened: Opened[] = [];

  beforeAll(async () => {
    city = await openCity();
    city.onDay('2026-03-02');
    const anna = city.person(WORKER);
    fileId = await anna.opensFile();
    const made = fromApplicationToOrder(WORKER);
    ids = made.ids;
    await anna.records(fileId, made.steps);
    emptyId = await anna.opensFile({
      ...KIM,
      name: 'Robin Exempelsson',
      identity: { kind: 'birthDate', value: '1990-01-02' },
      protectedIdentity: true,
    });
    // The plan was due on 17 March; a note was written six days late.
    city.onDay('2026-03-18');
    await anna.records(fileId, {
      type: 'NoteWritten',
      occurredOn: '2026-03-12',
      caseId: ids.caseId,
      data: { text: 'Kim berättar om sin förening.' },
    });
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

  const open = async (address: string, userId: string = WORKER, look?: Look): Promise<Opened> => {
    const one = await pages.open(address, userId, look);
    opened.push(one);
    return one;
  };
  const openFile = async (look?: Look): Promise<Opened> => {
    const one = await open(`/akter/${fileId}`, WORKER, look);
    await one.page.getByRole('heading', { name: KIM.name }).waitFor();
    return one;
  };

  it('shows whom one may contact, where the thread is broken, and what was recorded when, by whom', async () => {
    const { page, faults } = await openFile();
    await page.getByRole('heading', { name: /Tråden bruten: Genomförandeplan saknas/ }).waitFor();
    const thread = page.getByRole('list', { name: /Steg i ärendet/ });
    expect(await thread.locator('> li').count()).toBe(7);
    await pictureOf(page, 'file-1366');

    // A step opens what was recorded about it, by keyboard.
    const order = page.getByText('Vad som är antecknat', { exact: true }).nth(3);
    await order.focus();
    await page.keyboard.press('Enter');
    await page
      .getByText(/Antecknat av Handläggare 1/)
      .first()
      .waitFor();
    await page.getByText('1 anteckning emellan').click();
    await page.getByText('Inskrivet 2026-03-18, 6 dagar senare').first().waitFor();
    await pictureOf(page, 'file-opened');
    expect(await axeOn(page)).toEqual({ violations: [], undecided: [] });
    expect(faults).toEqual([]);
  });

  it.each([
    ['light', 1366],
    ['dark', 1366],
    ['light', 683],
    ['dark', 683],
    ['light', 320],
    ['dark', 320],
  ] as const)('can be read by everyone: %s, %d px wide', async (colorScheme, width) => {
    const { page, faults } = await openFile({ colorScheme, width });
    await page
      .getByText(/Tråden bruten:/)
      .first()
      .waitFor();
    await pictureOf(page, `file-${colorScheme}-${width}`);
    for (const tab of ['Kontakter och medgivanden', 'Historik']) {
      await page.getByRole('tab', { name: tab }).click();
      expect(await axeOn(page)).toEqual({ violations: [], undecided: [] });
      expect(await sidewaysOn(page)).toBe(0);
    }
    expect(faults).toEqual([]);
  });

  it('says when nobody may be contacted, and marks a protected person', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const { page } = await open(`/akter/${emptyId}`, WORKER, { width: 320, colorScheme });
      await page.getByText('Ingen får kontaktas.').waitFor();
      await page.getByText('Skyddade personuppgifter').waitFor();
      await page.getByText('Inget ärende än.').waitFor();
      expect(await axeOn(page)).toEqual({ violations: [], undecided: [] });
      expect(await sidewaysOn(page)).toBe(0);
      await pictureOf(page, `file-protected-${colorScheme}-320`);
    }
  });

  it('asks what a colleague’s file is for before anything of it is shown', async () => {
    const { page, faults } = await open(`/akter/${fileId}`, 'hl-farsta-2');
    await page.getByRole('heading', { name: 'Du läser en kollegas akt' }).waitFor();
    expect(await page.getByText(KIM.name).count()).toBe(0);
    expect(await axeOn(page)).toEqual({ violations: [], undecided: [] });
    await pictureOf(page, 'file-purpose');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: KIM.name }).waitFor();
    // A colleague records nothing here, so nothing is offered.
    expect(await page.getByRole('link', { name: 'Registrera steg' }).count()).toBe(0);
    expect(faults).toEqual([]);
  });

  it('says kindly that a file is not for the reader, and the same where there is none', async () => {
    for (const address of [`/akter/${fileId}`, `/akter/${exampleId('case', 99)}`]) {
      const { page } = await open(address, 'hl-sodermalm-1');
      await page.getByRole('heading', { name: 'Den här akten kan du inte läsa' }).waitFor();
      expect(await axeOn(page)).toEqual({ violations: [], undecided: [] });
    }
  });

  it('keeps what it shows while the server is away, and says so', async () => {
    const { page, context } = await openFile();
    await context.setOffline(true);
    await page.getByText('Ingen kontakt med servern.').waitFor();
    await page.getByRole('heading', { name: KIM.name }).waitFor();
    expect(await axeOn(page)).toEqual({ violations: [], undecided: [] });

    const away = await open('/min-dag');
    await away.page.route('**/api/v1/files/**', (route) => route.abort());
    await away.page.goto(`${pages.base}/akter/${fileId}`);
    await away.page.getByText('Servern svarar inte.').waitFor({ timeout: 20_000 });
    expect(await axeOn(away.page)).toEqual({ violations: [], undecided: [] });
    await away.page.unroute('**/api/v1/files/**');
    await away.page.getByRole('button', { name: 'Försök igen' }).click();
    await away.page.getByRole('heading', { name: KIM.name }).waitFor();
  });

  it('tells of what others record above the history, and no line jumps', async () => {
    const { page } = await openFile();
    const line = page.locator('.history li').first();
    const before = await line.textContent();
    await city.person(WORKER).records(fileId, {
      type: 'NoteWritten',
      occurredOn: '2026-03-18',
      caseId: ids.caseId,
      data: { text: 'Ny rad medan någon läser.' },
    });
    await page.getByText('1 ny händelse').waitFor({ timeout: 20_000 });
    expect(await line.textContent()).toBe(before);
    await page.getByRole('button', { name: 'Visa', exact: true }).click();
    await page.getByText('Ny rad medan någon läser.').first().waitFor();
  });

  it('is found by the search field, by keyboard alone, and its keys can be turned off', async () => {
    const { page, faults } = await open('/min-dag');
    await page.getByRole('heading', { name: 'Min dag' }).waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('Exempels');
    await page.keyboard.press('Enter');
    const found = page.getByRole('link', { name: KIM.name }).first();
    await page.locator('.found').waitFor();
    await page.getByText('Skyddad', { exact: true }).waitFor();
    expect(await axeOn(page)).toEqual({ violations: [], undecided: [] });
    await found.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: /Tråden bruten: Genomförandeplan saknas/ }).waitFor();

    await page.keyboard.press('?');
    await page.getByRole('button', { name: 'Stäng av kortkommandon' }).click();
    await page.keyboard.press('/');
    const field = page.getByRole('searchbox', { name: 'Sök personakt' });
    expect(await field.evaluate((one) => one === one.ownerDocument.activeElement)).toBe(false);
    expect(faults).toEqual([]);
  });
});
