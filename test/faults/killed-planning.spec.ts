import { createHash } from 'node:crypto';
import { cpSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openSqliteEventStore } from '@rt/event-store/sqlite';
import { makeSmallHouse } from '../tamper/small-house';
import { node } from './child-program';
import { rt } from './command-line';
import { suiteFolder } from './temporary-folder';

/** A plan binds the inspectors to a value that the system seals before the plan is stored. */
describe('the sealed value of a planned review', () => {
  const transpiled = suiteFolder();
  const whole = path.join(suiteFolder(), 'whole');
  const review = 'stickprov-2026';
  let folder: string;

  beforeAll(() => makeSmallHouse(whole, () => undefined), 120_000);
  beforeEach(() => {
    folder = path.join(suiteFolder(), 'data');
    cpSync(whole, folder, { recursive: true });
  });

  const plans = (moment: string) => {
    const [program = '', ...rest] = node('planning.child.ts', moment, folder, review);
    return spawnSync(program, rest, {
      encoding: 'utf8',
      env: { ...process.env, RT_TRANSPILED: transpiled },
    });
  };
  const commitmentOf = ({ stdout, stderr }: ReturnType<typeof plans>): string => {
    expect(stderr).toBe('');
    return (JSON.parse(stdout) as { commitment: string }).commitment;
  };
  const sealedValue = async (): Promise<string | undefined> => {
    const clock = { now: () => '2026-06-01T08:00:00.000Z' };
    const store = await openSqliteEventStore({ folder, mode: 'read', clock });
    const value = await store.sealedValue(`review-${review}`);
    await store.close();
    return value;
  };
  const verified = async () => {
    const { exitCode, out } = await rt(['verify', '--json', '--data-dir', folder]);
    const { problems } = JSON.parse(out) as { problems: readonly object[] };
    return { exitCode, problems };
  };
  const lost = { exitCode: 1, problems: [{ stream: `review-${review}`, revision: 0, kind: 'valueLost' }] };
  const change = (sql: string): void => {
    const database = new DatabaseSync(path.join(folder, 'keys.sqlite'));
    database.exec(`${sql} WHERE stream = 'review-${review}' AND length(event) > 0`);
    database.close();
  };

  it('is used again by the next plan with that id, where the process died before the plan was stored', async () => {
    expect(plans('sealed').signal).toBe('SIGKILL');
    const value = await sealedValue();
    expect(value).toMatch(/^[0-9a-f]{64}$/);
    expect(await verified()).toEqual({ exitCode: 0, problems: [] });
    const commitment = commitmentOf(plans('none'));
    expect(commitment).toBe(
      createHash('sha256')
        .update(value as string)
        .digest('hex'),
    );
    expect(await sealedValue()).toBe(value);
    expect(commitmentOf(plans('none'))).toBe(commitment);
    expect(await verified()).toEqual({ exitCode: 0, problems: [] });
  });

  it.each([
    ['is gone', 'DELETE FROM keys'],
    [
      'is damaged',
      'UPDATE keys SET wrapped = CAST(substr(wrapped, 1, 20) || zeroblob(16) || substr(wrapped, 37) AS BLOB)',
    ],
  ])('is missed by verify while its sample is not drawn, where it %s', async (_, sql) => {
    commitmentOf(plans('none'));
    expect(await verified()).toEqual({ exitCode: 0, problems: [] });
    change(sql);
    expect(await verified()).toEqual(lost);
  });
});
