import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import request from 'supertest';
import { startChromium } from './chromium.fixture';
import { openCity, type City } from './city.fixture';
import { startMailServer, type MailServer } from './mail-server.fixture';
import { axeOn, Pages, pictureOf, sidewaysOn, type Opened } from './page.fixture';

/** Påminnelser: the mail of the day and the calendar. */
describe('the page of the reminders', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'rt-subscriptions-page-'));
  let city: City;
  let mailServer: MailServer;
  let browser: Browser;
  let pages: Pages;
  const opened: Opened[] = [];

  beforeAll(async () => {
    mailServer = await startMailServer();
    const from = 'roda-traden@exempelstad.example';
    city = await openCity({ mail: { smtp: mailServer.url, from, address: 'http://localhost:3000' } });
    city.onDay('2026-03-02');
    browser = await startChromium(folder);
    pages = new Pages(browser, city);
  });
  afterEach(async () => {
    for (const { context } of opened.splice(0)) await context.close();
  });
  afterAll(async () => {
    await browser.close();
    await city.close();
    await mailServer.close();
    rmSync(folder, { recursive: true });
  });
  const open = async (...given: Parameters<Pages['open']>): Promise<Opened> => {
    const one = await pages.open(...given);
    opened.push(one);
    return one;
  };

  it('chooses the hour of the mail and the address of the calendar, and ends both, by keyboard alone', async () => {
    const { page, context, faults } = await open('/min-dag', 'hl-farsta-1');
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('link', { name: 'Få dagen som mejl eller i kalendern' }).press('Enter');
    const hour = page.getByRole('button', { name: /Kommer från klockan/ });
    await hour.press('Enter');
    await page.getByRole('option', { name: '07.00' }).press('Enter');
    await page.getByText('Sparat. Går till hl-farsta-1@exempelstad.example.').waitFor();

    await page.getByRole('button', { name: 'Skapa kalenderadress' }).press('Enter');
    const field = page.getByLabel('Din hemliga adress');
    const address = await field.inputValue();
    expect(await page.evaluate('document.activeElement.id')).toBe('calendar-address');
    await page.getByRole('button', { name: 'Kopiera' }).press('Enter');
    await page.getByText('Kopierad.').waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(address);
    await request(city.server)
      .get(new URL(address).pathname)
      .expect(200)
      .expect('Content-Type', /calendar/);

    await page.reload();
    await page.getByText('Adressen skapades måndag 2 mars 2026').waitFor();
    expect(await page.getByLabel('Din hemliga adress').count()).toBe(0);
    expect(await hour.innerText()).toContain('07.00');
    await hour.press('Enter');
    await page.getByRole('option', { name: 'Inget mejl' }).press('Enter');
    await page.getByText('Sparat.').waitFor();
    await page.getByRole('button', { name: 'Stäng adressen' }).press('Enter');
    await page.getByText('Adressen är stängd.').waitFor();
    await request(city.server).get(new URL(address).pathname).expect(404);
    expect(faults).toEqual([]);
  });

  it('says kindly to a role without a worklist that it is not for it', async () => {
    const { page } = await open('/paminnelser', 'insp-1');
    await page.getByRole('alert').waitFor();
  });

  describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
    it.each([320, 1366])('at %i pixels breaks no rule of access', async (width) => {
      const { page, faults } = await open('/paminnelser', 'hl-farsta-2', { width, colorScheme });
      await page.getByRole('button', { name: /Skapa .*adress/ }).click();
      await page.getByLabel('Din hemliga adress').waitFor();
      await pictureOf(page, `reminders-${width}-${colorScheme}`);
      expect(await axeOn(page)).toEqual({ violations: [], undecided: [] });
      expect(await sidewaysOn(page)).toBe(0);
      expect(faults).toEqual([]);
    });
  });
});
