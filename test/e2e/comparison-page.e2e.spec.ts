import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { FileId } from '@rt/domain';
import type { Browser } from 'playwright-core';
import { startChromium } from './chromium.fixture';
import { fromApplicationToOrder, openCity, type CaseIds, type City, type CityUser } from './city.fixture';
import { axeOn, Pages, pictureOf, sidewaysOn, type Look, type Opened } from './page.fixture';

const WORKER = 'hl-farsta-1';

/** A plan beside its order, in a real browser. */
describe('the page of a plan against its order', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'rt-comparison-page-'));
  let city: City;
  let browser: Browser;
  let pages: Pages;
  let anna: CityUser;
  let fileId: FileId;
  let ids: CaseIds;
  const [planId, laterId] = [randomUUID(), randomUUID()];
  const opened: Opened[] = [];

  const records = (type: string, data: object) =>
    anna.records(fileId, { type, occurredOn: '2026-03-12', caseId: ids.caseId, data });
  const goals = [
    { level: 'overall', text: 'Kim tar sig till simhallen på egen hand' },
    { level: 'sub', text: 'Kim simmar varje vecka' },
    { level: 'sub', text: 'Kim åker buss en gång i veckan' },
  ].map((goal) => ({ ...goal, goalId: randomUUID(), parentGoalId: null, byThePerson: true }));

  beforeAll(async () => {
    city = await openCity();
    city.onDay('2026-03-02');
    anna = city.person(WORKER);
    fileId = await anna.opensFile();
    const made = fromApplicationToOrder(WORKER);
    ids = made.ids;
    await anna.records(fileId, made.steps);
    city.onDay('2026-03-12');
    const { orderId } = ids;
    const { measure, from } = (await anna.reads(`/files/${fileId}`)).body.facts.things.order[0].data;
    await records('OrderRevised', {
      ...{ orderId, measure, from, goals },
      task: 'Ledsaga till simhallen och hem igen, med bussen när det går.',
      purpose: 'Att kunna leva som andra.',
      extent: { amount: 3, unit: 'times', per: 'week', activities: [] },
    });
    const goalId = randomUUID();
    await records('PlanReceived', {
      ...{ planId, orderId },
      task: 'Ledsaga till simhallen och hem igen, med taxi.',
      purpose: 'Att kunna leva som andra.',
      goals: [
        { goalId, orderGoalId: goals[0]?.goalId, text: goals[0]?.text },
        { goalId: randomUUID(), orderGoalId: goals[1]?.goalId, text: 'Kim simmar varje månad' },
        { goalId: randomUUID(), orderGoalId: null, text: 'Kim deltar i gruppens promenad på fredagar' },
      ],
      activities: [
        { goalId, what: 'Öva vägen', when: 'Måndagar', how: 'Till fots', responsible: 'Gruppledaren' },
      ],
      extent: { amount: 1, unit: 'times', per: 'week', activities: [] },
      followUpWhen: 'Efter ett halvår',
      followUpHow: 'Samtal',
      personTookPart: true,
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
  const openPlan = async (look?: Look, thing: string = planId): Promise<Opened> => {
    const one = await open(`/akter/${fileId}/plan/${thing}`, WORKER, look);
    await one.page.getByRole('heading', { name: 'Planen skiljer sig på 5 ställen' }).waitFor();
    return one;
  };

  it.each([
    ['light', 1366],
    ['dark', 1366],
    ['light', 683],
    ['light', 320],
    ['dark', 320],
  ] as const)('can be read by everyone: %s, %d px wide', async (colorScheme, width) => {
    const { page, faults } = await openPlan({ colorScheme, width });
    await page.getByText('Åtgärdar').or(page.getByText('Ingen ny brist.')).first().waitFor();
    await pictureOf(page, `comparison-${colorScheme}-${width}`);
    expect(await axeOn(page)).toEqual({ violations: [], undecided: [] });
    expect(await sidewaysOn(page)).toBe(0);
    expect(faults).toEqual([]);
  });

  it('is reached from the file, shows the differences alone, and is returned by keyboard with the ticked reasons', async () => {
    const { page, faults } = await open(`/akter/${fileId}`);
    await page.getByRole('link', { name: 'Jämför med beställningen' }).click();
    await page.getByRole('heading', { name: 'Planen skiljer sig på 5 ställen' }).waitFor();
    await page.getByRole('radio', { name: /Bara skillnader/ }).click();
    await page.waitForURL(/show=differences/);
    expect(await page.locator('.compare tr.same').count()).toBe(0);
    expect(await page.locator('.compare del').allTextContents()).toEqual([
      '3 gånger per vecka',
      'bussen när det går',
      'vecka',
    ]);

    await page.keyboard.press('d');
    await page.keyboard.press('d');
    const focused = page.locator('tr:focus');
    expect(await focused.locator('th').textContent()).toBe('Uppdrag');
    await page.keyboard.press('a');
    await page.getByRole('button', { name: 'Godkänn planen' }).waitFor();
    await page.keyboard.press('r');
    const reasons = page.getByRole('group', { name: 'Det här ska utföraren ändra' });
    const ticked = reasons.locator('input:checked');
    expect(await ticked.count()).toBe(5);
    await reasons.getByRole('button', { name: /Ändra skälet: Tiden/ }).press('Enter');
    await reasons.getByRole('textbox').fill('Tiden: det ska vara tre gånger i veckan.');
    await reasons.getByRole('checkbox', { name: /samverkan/ }).press('Space');
    await page.getByRole('textbox', { name: /Något mer/ }).fill('Ring mig gärna.');
    await page
      .getByText(/Ny plan|Sedan väntas|Åtgärdar|Ger/)
      .first()
      .waitFor();
    await page.getByRole('button', { name: 'Returnera med 5 skäl' }).press('Enter');
    const saved = page.getByRole('heading', { name: 'Returnerad med 5 skäl' });
    await saved.waitFor();
    expect(await saved.evaluate((one) => one === one.ownerDocument.activeElement)).toBe(true);
    const { things } = (await anna.reads(`/files/${fileId}`)).body.facts;
    expect(things.plan[0].later.at(-1)).toMatchObject({
      type: 'PlanReturned',
      data: {
        reasons: [
          'Tiden: det ska vara tre gånger i veckan.',
          expect.stringMatching(/^Uppdraget: beställningen säger ”Ledsaga/),
          'Mål 2: beställningen säger ”Kim simmar varje vecka”.',
          'Mål 3 saknas: Kim åker buss en gång i veckan',
          'Ring mig gärna.',
        ],
      },
    });
    expect(faults).toEqual([]);
  });

  it('takes up an approved plan again, leads from an older plan to the newest, and offers a colleague nothing', async () => {
    await records('PlanReceived', {
      ...{ planId: laterId, orderId: ids.orderId, extent: null },
      ...{ goals: [], activities: [], personTookPart: true },
      task: 'Ledsaga till simhallen och hem igen, med bussen när det går.',
    });
    await records('PlanApproved', { planId: laterId, approvedBy: WORKER });
    const { page } = await open(`/akter/${fileId}/plan/${planId}`);
    await page.getByRole('link', { name: /^Till planen från/ }).click();
    await page.getByText('Planen är godkänd 2026-03-12.').waitFor();
    expect(await axeOn(page)).toEqual({ violations: [], undecided: [] });
    await page.getByRole('button', { name: 'Ta upp planen igen' }).press('Enter');
    await page.getByRole('button', { name: /Returnera med/ }).waitFor();

    const other = await open(`/akter/${fileId}/plan/${laterId}`, 'hl-farsta-2');
    await other.page.getByRole('heading', { name: 'Du läser en kollegas akt' }).waitFor();
    await other.page.getByRole('button', { name: 'Handläggning' }).click();
    await other.page.getByText('Planen är godkänd').waitFor();
    expect(await other.page.getByRole('button', { name: 'Ta upp planen igen' }).count()).toBe(0);

    const stranger = await open(`/akter/${fileId}/plan/${laterId}`, 'hl-sodermalm-1');
    await stranger.page.getByRole('heading', { name: 'Den här akten kan du inte läsa' }).waitFor();
    const nothing = await open(`/akter/${fileId}/plan/${randomUUID()}`);
    await nothing.page.getByRole('heading', { name: 'Här finns inget att jämföra' }).waitFor();
    expect(await axeOn(nothing.page)).toEqual({ violations: [], undecided: [] });
  });
});
