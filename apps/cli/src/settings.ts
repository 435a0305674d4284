import { isInstant, type Instant } from '@rt/domain';
import path from 'node:path';
import { userInfo } from 'node:os';
import { WrongUsage } from './exit';

/** What the surroundings say; the one place that reads the environment. */
export interface Settings {
  readonly dataDir: string;
  /** Sets both clocks: demo and tests only. */
  readonly now?: Instant;
  readonly masterKeyFile?: string;
  readonly signingKeyFile?: string;
  /** Who the command line acts as: a user id of the municipality's directory, never a name. */
  readonly operator: string;
  /** The board and the unit of a small municipality that has one of each. */
  readonly board: string;
  readonly unit: string;
  readonly language: Language;
}

export type Language = 'sv' | 'en';

export interface GlobalOptions {
  readonly dataDir?: string;
  readonly as?: string;
  readonly lang?: string;
}

/** @throws WrongUsage naming the variable or option, what it was and what it may be */
export const settingsFrom = (options: GlobalOptions, env: NodeJS.ProcessEnv): Settings => {
  const now = env.RT_NOW || undefined;
  if (now !== undefined && !isInstant(now))
    throw new WrongUsage(
      `RT_NOW is «${now}»; it must be an instant in UTC with milliseconds, such as 2026-03-18T08:00:00.000Z`,
    );
  const language = options.lang ?? env.RT_LANG ?? 'sv';
  if (language !== 'sv' && language !== 'en')
    throw new WrongUsage(`--lang (RT_LANG) is «${language}»; it may be sv or en`);
  const operator = options.as ?? env.RT_OPERATOR ?? `os-${userInfo().username}`;
  if (!/^[\w.@-]{1,64}$/.test(operator))
    throw new WrongUsage('--as (RT_OPERATOR) must be a user id: 1 to 64 letters, digits or any of . _ @ -');
  return {
    dataDir: path.resolve(options.dataDir ?? env.RT_DATA_DIR ?? 'data'),
    now,
    masterKeyFile: env.RT_MASTER_KEY_FILE || undefined,
    signingKeyFile: env.RT_SIGNING_KEY_FILE || undefined,
    operator,
    board: env.RT_BOARD || 'socialnamnden',
    unit: env.RT_UNIT || 'funktionsnedsattning',
    language,
  };
};
