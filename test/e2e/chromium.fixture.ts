import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const unpackChromium =
  "import('@sparticuz/chromium').then(async ({ default: packaged }) => console.log(await packaged.executablePath()))";

/**
 * The program of `CHROMIUM_PATH`, else the system's, else the one from the npm package, which needs nothing installed. That one is unpacked by a process of
 * its own, into a folder of the suite: the package always takes the temporary folder, where another user may have left a copy that cannot be started.
 */
const executableIn = (folder: string): string => {
  const installed = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
  if (existsSync(installed)) return installed;
  const env = { ...process.env, TMPDIR: folder };
  return execFileSync(process.execPath, ['-e', unpackChromium], { env, encoding: 'utf8' }).trim();
};

/** Starts a headless Chromium. @param folder of the suite; the caller removes it */
export const startChromium = (folder: string): Promise<Browser> =>
  chromium.launch({
    executablePath: executableIn(folder),
    args: [
      '--headless=shell',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
