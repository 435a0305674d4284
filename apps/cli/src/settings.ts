import { houseSettingsFrom, type HouseSettings } from '@rt/composition';
import type { Language } from '@rt/domain';
import { userInfo } from 'node:os';
import { WrongUsage } from './exit';

/** The settings of the command line, from its options and the environment. */
export interface CliSettings {
  readonly house: HouseSettings;
  /** The user who the command line acts as: a user id, never a name. */
  readonly operator: string;
  /** The account of the operating system, as a user id. On a folder with real files it is the operator. */
  readonly account: string;
  /** The default board and unit, for a small municipality that has one of each. */
  readonly board: string;
  readonly unit: string;
  readonly language: Language;
}

export interface GlobalOptions {
  readonly dataDir?: string;
  readonly as?: string;
  readonly lang?: string;
}

/** @throws WrongUsage, WrongSetting, with the name of the option or variable, its value and the allowed values */
export const cliSettingsFrom = (options: GlobalOptions, env: NodeJS.ProcessEnv): CliSettings => {
  const language = options.lang ?? env.RT_LANG ?? 'sv';
  if (language !== 'sv' && language !== 'en')
    throw new WrongUsage(`--lang (RT_LANG) is «${language}»; it may be sv or en`);
  const account = accountOfTheSystem();
  const operator = options.as ?? (env.RT_OPERATOR || account);
  if (!/^[\w.@-]{1,64}$/.test(operator))
    throw new WrongUsage('--as (RT_OPERATOR) must be a user id: 1 to 64 letters, digits or any of . _ @ -');
  return {
    house: houseSettingsFrom(env, options.dataDir),
    operator,
    account,
    board: env.RT_BOARD || 'socialnamnden',
    unit: env.RT_UNIT || 'funktionsnedsattning',
    language,
  };
};

/** The account as a user id. In a container it may have a number and no name. */
const accountOfTheSystem = (): string => {
  try {
    return `os-${userInfo().username.replace(/[^\w.@-]/g, '.')}`.slice(0, 64);
  } catch {
    return `os-${process.getuid?.() ?? 'unknown'}`;
  }
};
