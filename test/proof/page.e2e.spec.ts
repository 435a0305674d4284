import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { startChromium } from '../e2e/chromium.fixture';
import { CommandLine } from '../../apps/cli/src/command-line.fixture';

const PAGE = path.join(__dirname, '../../libs/proof/verifier/verifier.html');

describe('the page of the verifier, opened from a file', () => {
  const rt = new CommandLine();
  const folder = mkdtempSync(path.join(tmpdir(), 'rt-page-'));
  const bundle = path.join(folder, 'proof.json');
  let publicKey: string;
  let browser: Browser | undefined;
  let page: Page;

  beforeAll(async () => {
    const person = JSON.parse(
      readFileSync(path.join(__dirname, '../../docs/walk-through/person.json'), 'utf8'),
    ) as unknown;
    const steps = JSON.parse(
      readFileSync(path.join(__dirname, '../../docs/walk-through/1-application-to-order.json'), 'utf8'),
    ) as unknown;
    const { fileId } = await rt.json<{ fileId: string }>(['open', '--demo'], {
      now: '2026-02-09T09:00:00.000Z',
      stdin: person,
    });
    await rt.run(['record', fileId], { now: '2026-03-02T15:00:00.000Z', stdin: steps });
    ({ publicKey } = await rt.json<{ publicKey: string }>(['proof', fileId, '--out', bundle]));
    browser = await startChromium(folder);
    page = await (await browser.newContext({ locale: 'sv-SE' })).newPage();
    await page.goto(pathToFileURL(PAGE).href);
  });
  afterAll(async () => {
    await browser?.close();
    rt.end();
    rmSync(folder, { recursive: true });
  });

  const verdictOn = async (file: string, key = publicKey): Promise<string> => {
    await page.setInputFiles('#bundle', file);
    await page.fill('#key', key);
    await page.click('button');
    // Not `waitForFunction`: the page's policy forbids the evaluation that it needs.
    await page.locator('#verdict:not(:empty)').waitFor();
    return (await page.textContent('#verdict')) ?? '';
  };

  it('shows what was recorded, row by row', async () => {
    expect(await verdictOn(bundle)).toMatch(/^BEVISAT\. \d+ händelser i personalFile-/);
    const rows = await page.locator('#events tr').allTextContents();
    expect(rows[0]).toContain('Plats i ordningen');
    expect(rows.join('\n')).toContain('OrderSent');
  });

  it('refuses the same with one bit changed, and under another key', async () => {
    const changed = path.join(folder, 'changed.json');
    const bytes = readFileSync(bundle);
    const at = bytes.indexOf('"plain":"') + 40;
    bytes[at] = (bytes[at] as number) ^ 1;
    writeFileSync(changed, bytes);
    expect(await verdictOn(changed)).toMatch(/^INTE BEVISAT\. /);
    expect(await page.locator('#events td').count()).toBe(0);
    expect(
      await verdictOn(
        bundle,
        publicKey.replace(/.$/, (one) => (one === 'A' ? 'B' : 'A')),
      ),
    ).toMatch(/^INTE BEVISAT\. /);
    expect(await verdictOn(bundle)).toMatch(/^BEVISAT\. /);
  });

  it('can send nothing anywhere', async () => {
    const sent = page.evaluate(`fetch(location.href).then(() => 'sent', () => 'blocked')`);
    expect(await sent).toBe('blocked');
  });
});
