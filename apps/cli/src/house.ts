import { NestFactory } from '@nestjs/core';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { clockOf, houseExists, houseHasBegun, openHouse, type House, type HouseStore } from '@rt/composition';
import { modulesOf } from '@rt/composition/nest-modules';
import { dayOf, type Instant, type LocalDate } from '@rt/domain';
import type { Clock } from '@rt/event-store';
import type { FileRepository, RulesetRepository } from '@rt/files';
import { Handling } from '@rt/handling';
import type { AccessEntry, Directory } from '@rt/identity';
import type { DrawValues } from '@rt/inspection';
import { catchUp, ReadDatabaseDamaged, type Progress, type ReadDatabase } from '@rt/read-models';
import { operatorMayDoEverything, refuseNamedOperator } from './operator';
import type { Text } from '@rt/domain';
import type { Output } from './output';
import type { Context } from './run';
import type { CliSettings } from './settings';

type Surroundings = Pick<Context, 'settings' | 'output'>;

export const todayOf = ({ house }: CliSettings): LocalDate => dayOf(clockOf(house).now() as Instant);

/** What a command says that works with demo data. */
export interface DemoOptions {
  /** Default: the clock of the settings. */
  readonly clock?: Clock;
  /** The folder is to be one with demo data. */
  readonly demo?: boolean;
  /** The system's part of the demo's draw. Default: random values that the store keeps sealed. */
  readonly drawValues?: DrawValues;
}

/** Opens the house for one command, and closes it afterwards even if the command fails. */
export const inHouse = async <Answer>(
  { settings, output }: Surroundings,
  mode: 'read' | 'write',
  work: (house: House) => Promise<Answer>,
  { clock = clockOf(settings.house), demo = false }: DemoOptions = {},
): Promise<Answer> => {
  const isNew = !houseExists(settings.house);
  if (mode === 'write' && !houseHasBegun(settings.house)) refuseNamedOperator(settings, demo);
  const onMadeAnew = (file: string): void => output.notice(`! ${file}: ${output.say(MADE_ANEW)}`);
  let keysDamaged = 0;
  const onKeyDamaged = (): void => void (keysDamaged += 1);
  const house = await openHouse(settings.house, { mode, clock, demo, onMadeAnew, onKeyDamaged });
  try {
    refuseNamedOperator(settings, house.isDemo);
    const { hints } = house.store;
    if (isNew) for (const hint of hints) output.notice(`! ${hint}`);
    else if (mode === 'write' && hints.length > 0) output.notice(output.say(KEYS_LIE_HERE));
    const answer = await work(house);
    if (keysDamaged > 0) output.notice(`! keys.sqlite: ${output.say(KEY_DAMAGED)}`);
    return answer;
  } catch (error) {
    // A query may meet damage that following the events does not, so the next command would meet it again.
    if (error instanceof ReadDatabaseDamaged) await catchUp({ ...(await followed(house)), ...HEALING });
    throw error;
  } finally {
    await house.close();
  }
};

/** The options with which `catchUp` makes damaged read models anew. The house says so when it does. */
export const HEALING = { onMadeAnew: () => undefined } as const;

const followed = async ({ store, ruleset, readModels }: House) => ({
  store,
  ruleset,
  db: await readModels(),
});

const MADE_ANEW: Text = {
  sv: 'databasen var skadad och har lagts undan (….damaged) och gjorts om. Kontrollera disken.',
  en: 'the database was damaged; it was moved aside (….damaged) and made anew. Check the disk.',
};

const KEY_DAMAGED: Text = {
  sv: 'en nyckel är skadad, så det som den förseglar går inte att läsa. rt verify säger vilken, och den senaste säkerhetskopian har den.',
  en: 'a key is damaged, so what it seals cannot be read. rt verify says which one, and the latest backup holds it.',
};

const KEYS_LIE_HERE: Text = {
  sv: '! Nycklarna ligger i samma mapp som det de skyddar: flytta dem (docs/how-to/move-the-keys.md).',
  en: '! The keys lie in the same folder as what they protect: move them (docs/how-to/move-the-keys.md).',
};

/** What a command that reads can use. */
export interface Reading {
  readonly store: HouseStore;
  readonly files: FileRepository;
  readonly db: ReadDatabase;
  readonly ruleset: RulesetRepository;
  readonly directory: Directory;
  readonly today: LocalDate;
  /** Writes to the access log what the operator reads. A command must await this before it prints anything. */
  logAccess(entry: OperatorAccess): Promise<void>;
}

type OperatorAccess = Pick<AccessEntry, 'purpose' | 'action' | 'fileId' | 'scope'>;

/** Writes one read by the operator to the access log. A command must await this before it prints or writes anything. */
export const logOperatorAccess = async (
  house: House,
  { operator }: CliSettings,
  entry: OperatorAccess,
): Promise<void> => {
  const log = await house.accessLog();
  const at = house.clock.now();
  await log.append([{ at, userId: operator, role: 'operator', relation: 'none', ...entry }]);
};

const readingOf = async (house: House, settings: CliSettings): Promise<Reading> => {
  const { store, files, ruleset, clock, directory } = house;
  return {
    store,
    files,
    db: await house.readModels(),
    ruleset,
    directory,
    today: dayOf(clock.now() as Instant),
    logAccess: (entry) => logOperatorAccess(house, settings, entry),
  };
};

/** Runs a command that reads. Brings the read models up to date first. */
export const reading = <Answer>(
  context: Surroundings,
  work: (reading: Reading) => Promise<Answer>,
): Promise<Answer> =>
  inHouse(context, 'read', async (house) => {
    const opened = await readingOf(house, context.settings);
    await catchUp({ ...opened, ...HEALING, onProgress: reportTo(context.output) });
    return work(opened);
  });

/** What a command that writes or works with reviews can use. */
export interface Working extends Reading {
  readonly handling: Handling;
  readonly commands: CommandBus;
  readonly queries: QueryBus;
}

/** Runs a command that uses the handlers. */
export const working = <Answer>(
  context: Surroundings,
  mode: 'read' | 'write',
  work: (working: Working) => Promise<Answer>,
  options?: DemoOptions,
): Promise<Answer> =>
  inHouse(
    context,
    mode,
    async (house) => {
      const opened = await readingOf(house, context.settings);
      const imports = await modulesOf(house, operatorMayDoEverything, {
        ...(options?.drawValues && { drawValues: options.drawValues }),
      });
      const nest = await NestFactory.createApplicationContext(
        { module: CommandLineModule, imports },
        { logger: false },
      );
      try {
        return await work({
          ...opened,
          handling: nest.get(Handling),
          commands: nest.get(CommandBus),
          queries: nest.get(QueryBus),
        });
      } finally {
        await nest.close();
      }
    },
    options,
  );

class CommandLineModule {}

const PHASES: Record<Progress['phase'], Text> = {
  rebuild: { sv: 'Listorna uppdateras, händelser', en: 'Rebuilding the read models, events' },
  catchUp: { sv: 'Listorna uppdateras, nya händelser', en: 'The read models catch up, events' },
};

/** Reports the progress of the read models. */
export const reportTo =
  (output: Output) =>
  ({ phase, events, of }: Progress): void =>
    output.progress(PHASES[phase], events, of);
