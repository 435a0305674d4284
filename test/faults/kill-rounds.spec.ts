import { type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { Chance } from '../../libs/demo/src/chance';
import { Survivor } from './after-a-kill';
import { dismiss, killAt, momentFrom, standBy } from './kill-round';
import { seed } from './seed';
import { suiteFolder } from './temporary-folder';

const rounds = Number(process.env.RT_FAULT_ROUNDS ?? 20);

/** How many processes are killed in the same data folder, so that a folder that was recovered before is recovered again. */
const roundsPerFolder = 5;

const waiting: ChildProcess[] = [];
let killed = 0;
let events = 0;

afterEach(async () => {
  for (const child of waiting.splice(0)) await dismiss(child);
});

afterAll(() => {
  process.stdout.write(
    `kill rounds: ${killed} of ${rounds} ran, ${events} events, seed ${seed} (again with RT_SEED=${seed})\n`,
  );
});

it(
  `SIGKILL at ${rounds} random moments (seed ${seed}): what was acknowledged is stored once, and no command is stored in part`,
  async () => {
    const transpiled = suiteFolder();
    let survivor: Survivor | undefined;
    waiting.push(standBy(transpiled));
    for (let round = 0; round < rounds; round++) {
      const place = `${seed}/${Math.floor(round / roundsPerFolder)}`;
      if (survivor?.seed !== place) {
        events += survivor?.events ?? 0;
        survivor = new Survivor(path.join(suiteFolder(), 'data'), place);
      }
      const chance = new Chance(`${seed}/moments/${round}`);
      const moment = momentFrom(chance);
      const child = waiting.pop() as ChildProcess;
      if (round + 1 < rounds) waiting.push(standBy(transpiled));
      const keeps = moment.at === 'checkpoint' || moment.at === 'backup';
      const orders = {
        folder: survivor.folder,
        seed: place,
        answers: survivor.answers,
        ...(keeps && { backups: suiteFolder() }),
      };
      try {
        await survivor.check(await killAt(child, orders, moment));
      } catch (error) {
        const { at, times, delayMs } = moment;
        const text = `round ${round} of seed ${seed}: killed ${delayMs} ms after ${times} × ${at}`;
        throw new Error(`${text}\n${(error as Error).message}`, { cause: error });
      }
      killed++;
    }
    events += survivor?.events ?? 0;
  },
  60_000 + rounds * 10_000,
);
