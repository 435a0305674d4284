import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { EVENT_TYPES, exampleId, recorded, SPECS, STEPS, type PersonalFileEventType } from '@rt/domain';
import type { Browser } from 'playwright-core';
import { startChromium } from './chromium.fixture';
import { openCity, type City } from './city.fixture';
import { fillByKeys } from './form-keys.fixture';
import { Pages, pictureOf, type Opened } from './page.fixture';

const DAY = '2026-03-02';

/** Steps that a case worker may not record, and who may. */
const BY_OTHERS: Partial<Record<PersonalFileEventType, string>> = {};

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
  const needed = (type: PersonalFileEventType, found: PersonalFileEventType[] = []): PersonalFileEventType[] => {
    const text = JSON.stringify(stepOf(type));
    for (const other of EVENT_TYPES) {
      const { creates } = SPECS[other];
      if (creates === undefined || other === type || found.includes(other)) continue;
      if (!text.includes(exampleId(creates).slice(0, 8) + '-0000')) continue;
      needed(other, found);
      if (!found.includes(other)) found.push(other);
    }
    return found;
  };

  it.each(EVENT_TYPES.filter((type) => type !== 'PersonalFileOpened'))('records %s', async (type) => {
    const anna = city.person('hl-farsta-1');
    const fileId = await anna.opensFile();
    const own = ownIds();
    const before = needed(type).map((each) => own(stepOf(each)));
    if (before.length > 0) await anna.records(fileId, before);
    opened = await pages.open(`/akter/${fileId}/registrera?type=${type}`, BY_OTHERS[type] ?? 'hl-farsta-1');
    const { page, faults } = opened;
    await page.getByRole('button', { name: 'Spara' }).waitFor();
    await fillByKeys(page, own(stepOf(type)));
    await page.getByRole('heading', { name: 'Sparat' }).waitFor({ timeout: 4_000 }).catch(async (e: unknown) => { await pictureOf(page, `record-fails-${type}`); console.log(type, await page.locator('.error-summary').allInnerTexts()); throw e; });
    const { events } = (await anna.reads(`/files/${fileId}/events`)).body as { events: { type: string }[] };
    expect(events.at(-1)?.type).toBe(type);
    expect(faults).toEqual([]);
  });

  it('is there for every step', () => {
    expect(EVENT_TYPES.length).toBe(Object.values(STEPS).flatMap(({ events }) => Object.keys(events)).length);
  });
});
