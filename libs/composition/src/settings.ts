import { isInstant, type Instant } from '@rt/domain';
import path from 'node:path';

/** The settings that the server, the command line and the projection thread share. They are plain data, so that they can be passed to a thread. */
export interface HouseSettings {
  readonly dataDir: string;
  /** Part of the name of the stream that holds the municipality's own settings. */
  readonly municipality: string;
  /** Fixes the clock, for the demo and for tests only. */
  readonly now?: Instant;
  readonly masterKeyFile?: string;
  readonly signingKeyFile?: string;
  /** The folder for checkpoints as files, best on another machine. Undefined: they are kept in the data folder only. */
  readonly checkpointFolder?: string;
}

/** A wrong value of an environment variable. The message gives the variable, its value and the allowed values. */
export class WrongSetting extends Error {
  override readonly name = 'WrongSetting';

  constructor(variable: string, was: string, mayBe: string) {
    super(`${variable} is «${was}»; it may be ${mayBe}`);
  }
}

/** The default when no municipality is configured. If it changed, settings that were adopted earlier would be in another stream. */
const MUNICIPALITY_DEFAULT = 'kommunen';

/** @throws WrongSetting */
export const houseSettingsFrom = (
  env: Readonly<Record<string, string | undefined>>,
  dataDir = env.RT_DATA_DIR || 'data',
): HouseSettings => {
  const now = env.RT_NOW || undefined;
  if (now !== undefined && !isInstant(now))
    throw new WrongSetting(
      'RT_NOW',
      now,
      'an instant in UTC with milliseconds, such as 2026-03-18T08:00:00.000Z',
    );
  const municipality = env.RT_MUNICIPALITY || MUNICIPALITY_DEFAULT;
  if (!/^[a-z0-9][a-z0-9-]{0,63}$/.test(municipality))
    throw new WrongSetting(
      'RT_MUNICIPALITY',
      municipality,
      '1 to 64 of a–z, 0–9 and hyphen, such as ostermalm',
    );
  return {
    dataDir: path.resolve(dataDir),
    municipality,
    now,
    masterKeyFile: env.RT_MASTER_KEY_FILE || undefined,
    signingKeyFile: env.RT_SIGNING_KEY_FILE || undefined,
    checkpointFolder: env.RT_CHECKPOINTS ? path.resolve(env.RT_CHECKPOINTS) : undefined,
  };
};
