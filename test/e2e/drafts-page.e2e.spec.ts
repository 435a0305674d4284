import path from 'node:path';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import type { Browser, Page } from 'playwright-core';
import { HttpClient } from '../faults/http-client';
import { makeServedFolder, serve } from '../faults/served-folder';
import { startChromium } from './chromium.fixture';
import { KIM } from './city.fixture';
import { axeOn, pictureOf, sidewaysOn } from './page.fixture';
import type { Started } from './started.fixture';

/** A draft in a real browser, at a server that is a process of its own and is killed. */
describe('the draft of a form', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'rt-drafts-page-'));
  const data = path.join(folder, 'data');
  const worker = new HttpClient('hl-farsta-1');
  let browser: Browser;
  let server: Started | undefined;
  let url: string;
  let page: Page;

  beforeAll(async () => {
    await makeServedFolder(data);
    server = serve(data);
    url = await server.url();
    await worker.signIn(url);
    browser = await startChromium(folder);
    const context = await browser.newContext({
      locale: 'sv-SE',
      viewport: { width: 1366, height: 768 },
      reducedMotion: 'reduce',
    });
    page = await context.newPage();
    await page.goto(`${url}/logga-in`);
    await page.evaluate(
      `fetch('/api/v1/session', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{"userId":"hl-farsta-1"}' })`,
    );
  }, 120_000);
  afterAll(async () => {
    await (browser as Browser | undefined)?.close();
    await server?.end('SIGKILL');
    rmSync(folder, { recursive: true });
  });

  const opensFile = async (): Promise<string> => {
    const { status, text } = await worker.ask(url, {
      method: 'POST',
      address: '/api/v1/files',
      headers: { 'idempotency-key': 'open' },
      body: { person: KIM },
    });
    expect(status).toBe(201);
    return (JSON.parse(text) as { fileId: string }).fileId;
  };
  const note = () => page.getByLabel('Anteckning', { exact: true });
  const saved = () => page.getByText(/^Utkast sparat \d\d:\d\d$/).waitFor();

  it('comes back after a reload and after the server was killed, stands on Min dag, and ends with its step', async () => {
    const fileId = await opensFile();
    await page.goto(`${url}/akter/${fileId}/registrera?type=NoteWritten`);
    await note().fill('Ringde brodern.');
    await saved();
    await page.reload();
    await note().waitFor();
    expect(await note().inputValue()).toBe('Ringde brodern.');

    await server?.end('SIGKILL');
    await note().press('Control+End');
    await note().pressSequentially(' Han hör av sig på fredag.');
    await page.getByText('Utkastet är inte sparat ännu. Försöker igen.').waitFor();
    expect(await note().inputValue()).toBe('Ringde brodern. Han hör av sig på fredag.');
    server = serve(data, new URL(url).port);
    expect(await server.url()).toBe(url);
    await saved();
    await page.reload();
    await note().waitFor();
    expect(await note().inputValue()).toBe('Ringde brodern. Han hör av sig på fredag.');
    await pictureOf(page, 'draft-form');
    expect(await axeOn(page)).toEqual({ violations: [], undecided: [] });

    await page.goto(`${url}/min-dag`);
    const drafts = page.getByRole('region', { name: 'Dina utkast' });
    await drafts.getByText(`Journalanteckning · ${KIM.name}`).waitFor();
    await pictureOf(page, 'draft-my-day');
    expect(await axeOn(page)).toEqual({ violations: [], undecided: [] });
    await page.setViewportSize({ width: 320, height: 768 });
    expect(await sidewaysOn(page)).toBe(0);
    await page.setViewportSize({ width: 1366, height: 768 });
    await drafts.getByRole('link', { name: /^Fortsätt/ }).click();
    await note().waitFor();
    expect(await note().inputValue()).toBe('Ringde brodern. Han hör av sig på fredag.');
    await page.getByRole('button', { name: 'Spara anteckningen' }).click();
    await page.getByRole('heading', { name: /^Sparat/ }).waitFor();
    const { text } = await worker.ask(url, { address: '/api/v1/drafts' });
    expect(JSON.parse(text)).toMatchObject({ drafts: [] });

    await page.goto(`${url}/akter/${fileId}/registrera?type=NoteWritten`);
    await note().fill('Kastas.');
    await saved();
    await page.getByRole('button', { name: 'Kasta utkastet' }).click();
    await page.getByRole('button', { name: 'Ja, kasta utkastet' }).click();
    await page.waitForURL(`${url}/akter/${fileId}`);
    await page.goto(`${url}/akter/${fileId}/registrera`);
    await page.getByRole('heading', { name: 'Vad har hänt?' }).waitFor();
    expect(await page.getByRole('region', { name: 'Dina utkast' }).count()).toBe(0);
  }, 120_000);
});
