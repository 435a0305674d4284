import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  EVENT_TYPES,
  exampleId,
  isAboutEntries,
  recorded,
  SPECS,
  STEPS,
  type PersonalFileEventType,
  type Step,
} from '@rt/domain';
import type { Browser } from 'playwright-core';
import { startChromium } from './chromium.fixture';
import { openCity, type City } from './city.fixture';
import { fillByKeys } from './form-keys.fixture';
import { axeOn, Pages, pictureOf, sidewaysOn, type Opened } from './page.fixture';

const DAY = '2026-03-02';

/** The step of each group that is recorded. The one of a group that is not named here is its first. */
const RECORDED: Partial<Record<Step, PersonalFileEventType>> = {
  file: 'HouseholdRecorded',
  entry: 'EntryRetracted',
  contact: 'ContactMade',
  investigation: 'InvestigationCompleted',
  plan: 'PlanReceived',
  execution: 'PerformerRecorded',
  gap: 'JudgementRecorded',
};

/** Every step of `STEPS`, recorded through its form by keyboard alone. A step without a form, or with a field that has no control, fails here. */
describe('the form of a step', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'rt-record-'));
  let city: City;
  let browser: Browser;
  let pages: Pages;
  let opened: Opened | undefined;

  beforeAll(async () => {
    city = await openCity();
    city.onDay(DAY);
    browser = await startChromium(folder);
    pages = new Pages(browser, city);
  });
  afterEach(async () => {
    await opened?.context.close();
    opened = undefined;
  });
  afterAll(async () => {
    await browser.close();
    await city.close();
    rmSync(folder, { recursive: true });
  });

  /** Ids of its own for each file, and users that the directory knows. */
  const ownIds = (): (<T>(some: T) => T) => {
    const own = randomUUID().slice(-12);
    const caseNumber = `2026-${own}`;
    return (some) =>
      JSON.parse(
        JSON.stringify(some)
          .replaceAll('-8000-0000000000', `-8000-${own.slice(0, 10)}`)
          .replaceAll('"anna"', '"hl-farsta-1"')
          .replace(/"caseNumber":"[^"]*"/, `"caseNumber":"${caseNumber}"`),
      ) as never;
  };

  const stepOf = (type: PersonalFileEventType): Record<string, unknown> => {
    const { data } = recorded(type, DAY);
    const caseId = SPECS[type].caseId === 'required' && { caseId: exampleId('case') };
    return { type, occurredOn: DAY, ...caseId, data };
  };

  /** The things that a step refers to, and those that they refer to, in the order in which they come. */
  const needed = (
    type: PersonalFileEventType,
    found: PersonalFileEventType[] = [],
    on: readonly PersonalFileEventType[] = [],
  ): PersonalFileEventType[] => {
    const text = JSON.stringify(stepOf(type));
    for (const other of EVENT_TYPES) {
      const { creates } = SPECS[other];
      if (creates === undefined || other === type || found.includes(other) || on.includes(other)) continue;
      if (!text.includes(exampleId(creates).slice(0, 8) + '-0000')) continue;
      needed(other, found, [...on, type]);
      if (!found.includes(other)) found.push(other);
    }
    return found;
  };

  const table = (Object.keys(STEPS) as Step[]).map(
    (step) =>
      [step, RECORDED[step] ?? (Object.keys(STEPS[step].events)[0] as PersonalFileEventType)] as const,
  );

  it.each(table)('records a step of %s by keyboard alone: %s', async (_, type) => {
    const anna = city.person('hl-farsta-1');
    const fileId = await anna.opensFile();
    const own = ownIds();
    // What is about an entry needs one.
    const entry = isAboutEntries(type) ? (['NoteWritten'] as const) : [];
    const before = [...needed(type), ...entry].map((each) => own(stepOf(each)));
    if (before.length > 0) await anna.records(fileId, before);
    opened = await pages.open(`/akter/${fileId}/registrera?type=${type}`, 'hl-farsta-1');
    const { page, faults } = opened;
    await page.locator('[data-path=save]').waitFor();
    await fillByKeys(page, own(stepOf(type)));
    await page.getByRole('heading', { name: /^Sparat/ }).waitFor();
    const { events } = (await anna.reads(`/files/${fileId}/events`)).body as { events: { type: string }[] };
    expect(events.at(-1)?.type).toBe(type);
    expect(faults).toEqual([]);
  });

  it('corrects one field of an entry, and leaves the old one to be seen', async () => {
    const anna = city.person('hl-farsta-1');
    const fileId = await anna.opensFile();
    const note = { type: 'NoteWritten', occurredOn: DAY, data: { text: 'Ringde i går.' } };
    const [{ eventId }] = (await anna.records(fileId, note)).body.events as [{ eventId: string }];
    opened = await pages.open(`/akter/${fileId}/registrera?type=EntryCorrected`, 'hl-farsta-1');
    const { page, faults } = opened;
    await page.getByLabel('Skäl').waitFor();
    const data = { eventId, reason: 'Fel dag', changes: { text: 'Ringde i dag.' } };
    await fillByKeys(page, { data: { eventId } }, {}, 'data.eventId');
    await page.getByLabel('Anteckning', { exact: true }).last().waitFor();
    await fillByKeys(page, { data });
    await page.getByRole('heading', { name: /^Sparat/ }).waitFor();
    const { events } = (await anna.reads(`/files/${fileId}/events`)).body as {
      events: { type: string; data: object }[];
    };
    expect(events.map((event) => event.type).slice(-2)).toEqual(['NoteWritten', 'EntryCorrected']);
    expect(events.at(-2)?.data).toMatchObject({ text: 'Ringde i går.' });
    expect(events.at(-1)?.data).toMatchObject({ eventId, data: { text: 'Ringde i dag.' } });
    expect(faults).toEqual([]);
  });

  it('warns of a contact that nothing covers, offers the law, and then makes no gap', async () => {
    const anna = city.person('hl-farsta-1');
    const fileId = await anna.opensFile();
    const partyId = randomUUID();
    const brother = { ...recorded('PartyRecorded', DAY).data, partyId };
    await anna.records(fileId, { type: 'PartyRecorded', occurredOn: DAY, data: brother });
    opened = await pages.open(`/akter/${fileId}/registrera?type=ContactMade`, 'hl-farsta-1');
    const { page, faults } = opened;
    const choose = async (group: string, option: string): Promise<void> => {
      await page.getByRole('radiogroup', { name: group }).getByText(option, { exact: true }).click();
    };
    await page.getByText('Bo Exempelsson, Syskon').click();
    const warning = page.getByRole('heading', { name: 'Inget medgivande täcker den här kontakten' });
    expect(await warning.count()).toBe(0);
    await page.getByText('Insatsen', { exact: true }).click();
    await warning.waitFor();
    await choose('Den enskilde var med', 'Nej');
    await choose('Vem som tog kontakt', 'Handläggaren tog kontakt');
    await page.getByLabel('Kontaktsätt').selectOption('phone');
    await page.getByLabel('Syfte').fill('Tider för insatsen');
    await choose('Uppgifter lämnades ut', 'Ja');
    // Without a ground it is a gap, and it can be saved so.
    await page.getByText('Ger 1 ny brist:').waitFor();
    await choose('Vad gav oss rätt till kontakten?', 'Lagen tillät kontakten');
    await page.getByLabel('Bestämmelse').selectOption('ownWork');
    await page
      .getByLabel('Varför var det nödvändigt?')
      .fill('Ledsagaren uteblev och vi visste inte var hon var.');
    await page.getByText('Ingen ny brist.').waitFor();
    await pictureOf(page, 'record-contact-without-consent');
    expect(await axeOn(page)).toEqual({ violations: [], undecided: [] });
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { name: /^Sparat/ }).waitFor();
    const { findings } = (await anna.reads(`/files/${fileId}`)).body as { findings: { rule: string }[] };
    expect(findings.filter(({ rule }) => rule.startsWith('contact-'))).toEqual([]);
    expect(faults).toEqual([]);
  });

  it('says what is missing in a summary that leads to the fields, and loses nothing', async () => {
    const anna = city.person('hl-farsta-1');
    const fileId = await anna.opensFile();
    opened = await pages.open(`/akter/${fileId}/registrera?type=ContactMade`, 'hl-farsta-1');
    const { page, faults } = opened;
    await page.getByLabel('Syfte').fill('Tider för insatsen');
    await page.getByLabel('Dag', { exact: true }).fill('2026-02-31');
    await page.keyboard.press('Control+Enter');
    const summary = page.getByRole('alert');
    await summary.getByRole('heading', { name: /^Steget är inte sparat/ }).waitFor();
    expect(await summary.evaluate((box) => box === box.ownerDocument.activeElement)).toBe(true);
    const day = page.getByLabel('Dag', { exact: true });
    // A screen reader is told what is wrong with the day when it comes to the field.
    const told = await day.evaluate((field) => [
      field.getAttribute('aria-invalid'),
      (field.getAttribute('aria-describedby') ?? '')
        .split(' ')
        .map((id: string) => field.ownerDocument.getElementById(id)?.textContent)
        .join(' '),
    ]);
    expect(told[0]).toBe('true');
    expect(told[1]).toMatch(/dag/i);
    await summary.getByRole('link').first().press('Enter');
    expect(await day.evaluate((field) => field === field.ownerDocument.activeElement)).toBe(true);
    expect(await page.getByLabel('Syfte').inputValue()).toBe('Tider för insatsen');
    await pictureOf(page, 'record-errors');
    expect(faults).toEqual([]);
  });

  it('asks for the purpose of a colleague’s file first, and offers only the steps that a colleague may record', async () => {
    const fileId = await city.person('hl-farsta-1').opensFile();
    opened = await pages.open(`/akter/${fileId}/registrera`, 'hl-farsta-2');
    const { page, faults } = opened;
    await page.getByRole('heading', { name: 'Du läser en kollegas akt' }).waitFor();
    await page.getByRole('button', { name: 'Handläggning' }).click();
    await page.getByRole('heading', { name: 'Vad har hänt?' }).waitFor();
    expect(await page.getByRole('link', { name: 'Beställning skickad' }).count()).toBe(0);
    await page.getByRole('searchbox', { name: 'Sök bland stegen' }).fill('nätverket');
    expect(await page.locator('.chooser a').allTextContents()).toEqual([
      'Person i nätverket antecknad',
      'Person i nätverket ändrad',
    ]);
    await page.getByRole('link', { name: 'Person i nätverket antecknad' }).click();
    await page.getByLabel('Namn', { exact: true }).fill('Bo Exempelsson');
    // The draft is saved and the change foretold with the purpose, too.
    await page.getByText(/^Utkast sparat/).waitFor();
    expect(faults).toEqual([]);
  });

  it('begins a change with the thing as it stands, and stands beside what was decided', async () => {
    const anna = city.person('hl-farsta-1');
    const fileId = await anna.opensFile();
    const own = ownIds();
    const order = own(stepOf('OrderSent'));
    await anna.records(fileId, [...needed('OrderSent').map((each) => own(stepOf(each))), order]);
    opened = await pages.open(`/akter/${fileId}/registrera?type=OrderRevised`, 'hl-farsta-1');
    const { page, faults } = opened;
    const { task, goals } = order['data'] as { task: string; goals: { text: string }[] };
    const field = page.getByLabel('Uppdrag');
    await field.waitFor();
    expect(await field.inputValue()).toBe(task);
    expect(await page.getByLabel('Mål', { exact: true }).first().inputValue()).toBe(goals[0]?.text);
    await page.getByRole('heading', { name: 'Det här är beslutat' }).waitFor();
    await page.getByText('Beviljad omfattning').waitFor();
    await field.fill('Ledsaga till föreningens möten och läsa upp handlingar.');
    await pictureOf(page, 'record-order-revised');
    expect(await axeOn(page)).toEqual({ violations: [], undecided: [] });
    await page.getByRole('button', { name: 'Ändra beställningen' }).click();
    await page.getByRole('heading', { name: /^Sparat/ }).waitFor();
    const { events } = (await anna.reads(`/files/${fileId}/events`)).body as {
      events: { data: object }[];
    };
    expect(events.at(-1)?.data).toMatchObject({ task: expect.stringContaining('Ledsaga'), goals });
    expect(faults).toEqual([]);
  });

  it('shows both versions where a colleague has recorded in between, and loses neither', async () => {
    const anna = city.person('hl-farsta-1');
    const manager = city.person('ec-farsta');
    const fileId = await anna.opensFile();
    const note = { type: 'NoteWritten', occurredOn: DAY, data: { text: 'Ringde i går.' } };
    const [{ eventId }] = (await anna.records(fileId, note)).body.events as [{ eventId: string }];
    opened = await pages.open(`/akter/${fileId}/registrera?type=EntryCorrected`, 'hl-farsta-1');
    const { page, faults } = opened;
    await page.getByLabel('Skäl').waitFor();
    await page.getByLabel('Anteckning', { exact: true }).first().selectOption(eventId);
    await page.getByLabel('Skäl').fill('Fel dag');
    await page.getByLabel('Anteckning', { exact: true }).last().fill('Ringde i dag.');
    const theirs = { type: 'EntryCorrected', occurredOn: DAY };
    const data = { eventId, reason: 'Fel person', changes: { text: 'Ringde inte.' } };
    // What is about something else comes in between without a question.
    await manager.records(fileId, { ...note, data: { text: 'Något annat.' } });
    await manager.records(fileId, { ...theirs, data });
    await page.keyboard.press('Control+Enter');
    const clash = page.getByRole('alert');
    await clash.getByRole('heading', { name: /sparade nyss i samma sak$/ }).waitFor();
    await clash.getByText('Fel person').waitFor();
    await clash.getByText('Fel dag').waitFor();
    await clash.getByText('Ringde inte.').waitFor();
    await clash.getByText('Ringde i dag.').waitFor();
    expect(await clash.getByText('Något annat.').count()).toBe(0);
    await pictureOf(page, 'record-both-versions');
    expect(await axeOn(page)).toEqual({ violations: [], undecided: [] });
    await page.setViewportSize({ width: 320, height: 768 });
    expect(await sidewaysOn(page)).toBe(0);
    await pictureOf(page, 'record-both-versions-320');
    await clash.getByRole('button', { name: 'Spara mitt också' }).click();
    await page.getByRole('heading', { name: /^Sparat/ }).waitFor();
    const { events } = (await anna.reads(`/files/${fileId}/events`)).body as {
      events: { type: string; data: { reason?: string } }[];
    };
    expect(events.flatMap((event) => event.data.reason ?? [])).toEqual(['Fel person', 'Fel dag']);
    expect(faults).toEqual([]);
  });

  it('stores once on a double click and on an answer that is lost, and shows both versions of what was changed after that', async () => {
    const anna = city.person('hl-farsta-1');
    const fileId = await anna.opensFile();
    opened = await pages.open(`/akter/${fileId}/registrera?type=NoteWritten`, 'hl-farsta-1');
    const { page, faults } = opened;
    const texts = async (): Promise<string[]> => {
      const { events } = (await anna.reads(`/files/${fileId}/events`)).body as {
        events: { type: string; data: { text: string } }[];
      };
      return events.flatMap(({ type, data }) => (type === 'NoteWritten' ? [data.text] : []));
    };
    const again = async (text: string): Promise<void> => {
      await page.getByRole('link', { name: 'Registrera ett steg till' }).click();
      await page.getByRole('link', { name: 'Journalanteckning', exact: true }).click();
      await page.getByLabel('Anteckning', { exact: true }).fill(text);
    };
    await page.getByLabel('Anteckning', { exact: true }).fill('Ringde.');
    await page.locator('[data-path=save]').dblclick();
    await page.getByRole('heading', { name: /^Sparat/ }).waitFor();
    expect(await texts()).toEqual(['Ringde.']);

    // The server stores it, and the answer does not arrive.
    const stores = /\/events$/;
    let lost = 0;
    await page.route(stores, async (route) => {
      if (route.request().method() !== 'POST' || lost > 0) return route.continue();
      lost += 1;
      await route.fetch();
      await route.abort();
    });
    await again('Ringde igen.');
    await page.locator('[data-path=save]').click();
    await page.getByRole('heading', { name: /^Sparat/ }).waitFor();
    expect([lost, await texts()]).toEqual([1, ['Ringde.', 'Ringde igen.']]);
    await page.unroute(stores);

    // No answer arrives at all, and then it is written otherwise.
    await page.route(stores, async (route) => {
      if (route.request().method() === 'POST') await route.fetch();
      await route.abort();
    });
    await again('Fick svar.');
    await page.locator('[data-path=save]').click();
    await page.getByText(/^Servern svarar inte/).waitFor();
    await page.unroute(stores);
    await page.getByLabel('Anteckning', { exact: true }).fill('Fick svar i brev.');
    await page.locator('[data-path=save]').click();
    const clash = page.getByRole('alert');
    await clash.getByRole('heading', { name: 'Steget är redan sparat, med en annan lydelse' }).waitFor();
    await clash.getByText('Fick svar.', { exact: true }).waitFor();
    await clash.getByText('Fick svar i brev.').waitFor();
    await clash.getByRole('button', { name: 'Spara mitt som ett steg till' }).click();
    await clash.waitFor({ state: 'detached' });
    expect(await page.getByLabel('Anteckning', { exact: true }).inputValue()).toBe('Fick svar i brev.');
    await page.locator('[data-path=save]').click();
    await page.getByRole('heading', { name: /^Sparat/ }).waitFor();
    expect(await texts()).toEqual(['Ringde.', 'Ringde igen.', 'Fick svar.', 'Fick svar i brev.']);
    expect(faults).toEqual([]);
  });

  it.each([
    ['light', 1366],
    ['dark', 1366],
    ['light', 683],
    ['light', 320],
    ['dark', 320],
  ] as const)('can be read by everyone: %s, %d px wide', async (colorScheme, width) => {
    const anna = city.person('hl-farsta-1');
    const fileId = await anna.opensFile();
    const own = ownIds();
    await anna.records(
      fileId,
      [...needed('OrderSent')].map((each) => own(stepOf(each))),
    );
    const name = `${colorScheme}-${width}`;
    opened = await pages.open(`/akter/${fileId}/registrera`, 'hl-farsta-1', { colorScheme, width });
    const { page, faults } = opened;
    await page.getByRole('heading', { name: 'Vad har hänt?' }).waitFor();
    const check = async (shown: string): Promise<void> => {
      await pictureOf(page, `${shown}-${name}`);
      expect([shown, await axeOn(page)]).toEqual([shown, { violations: [], undecided: [] }]);
      expect([shown, await sidewaysOn(page)]).toEqual([shown, 0]);
    };
    await check('record-choose');
    await page.getByRole('link', { name: 'Beställning skickad', exact: true }).click();
    await page.locator('[data-path=save]').waitFor();
    await page
      .getByRole('button', { name: /^Lägg till/ })
      .first()
      .click();
    await check('record-order');
    await page.locator('[data-path=save]').click();
    await page.getByRole('alert').waitFor();
    await check('record-order-errors');
    expect(faults).toEqual([]);
  });
});
