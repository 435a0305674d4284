import { isLoopback } from '@rt/identity';
import { isInstant, type Instant } from '@rt/domain';
import path from 'node:path';

/** What the surroundings say; the one place that reads the environment. */
export interface Settings {
  readonly dataDir: string;
  readonly host: string;
  /** 0: any port that is free. */
  readonly port: number;
  readonly masterKeyFile?: string;
  readonly signingKeyFile?: string;
  /** Sets the clock: demo and tests only. */
  readonly now?: Instant;
  /** Requests one address may make in a minute. */
  readonly requestsPerMinuteMax: number;
  readonly logLevel: LogLevel;
  /** What the server says to whoever started it. */
  readonly language: Language;
}

const LANGUAGES = ['sv', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

const LOG_LEVELS = ['silent', 'error', 'warn', 'info', 'debug'] as const;
type LogLevel = (typeof LOG_LEVELS)[number];

/** Names the variable, what it was and what it may be. */
export class WrongSetting extends Error {
  override readonly name = 'WrongSetting';

  constructor(variable: string, was: string, mayBe: string) {
    super(`${variable} is «${was}»; it may be ${mayBe}`);
  }
}

/** @throws WrongSetting */
export const settingsFrom = (env: NodeJS.ProcessEnv): Settings => {
  const host = env.RT_HOST || '127.0.0.1';
  // Whoever stands in the demo directory signs in without a secret.
  if (!isLoopback(host))
    throw new WrongSetting(
      'RT_HOST',
      host,
      '127.0.0.1, ::1 or localhost: people sign in from the demo directory, which is for this machine alone',
    );
  const now = env.RT_NOW || undefined;
  if (now !== undefined && !isInstant(now))
    throw new WrongSetting(
      'RT_NOW',
      now,
      'an instant in UTC with milliseconds, such as 2026-03-18T08:00:00.000Z',
    );
  return {
    dataDir: path.resolve(env.RT_DATA_DIR || 'data'),
    host,
    port: wholeFrom(env, 'RT_PORT', 3000, 0, 65_535),
    masterKeyFile: env.RT_MASTER_KEY_FILE || undefined,
    signingKeyFile: env.RT_SIGNING_KEY_FILE || undefined,
    now,
    requestsPerMinuteMax: wholeFrom(env, 'RT_REQUESTS_PER_MINUTE', 6_000, 1, 10_000_000),
    logLevel: wordFrom(env, 'RT_LOG_LEVEL', 'info', LOG_LEVELS),
    language: wordFrom(env, 'RT_LANG', 'sv', LANGUAGES),
  };
};

const wordFrom = <Word extends string>(
  env: NodeJS.ProcessEnv,
  variable: string,
  otherwise: Word,
  known: readonly Word[],
): Word => {
  const given = env[variable] || otherwise;
  const word = known.find((each) => each === given);
  if (word === undefined) throw new WrongSetting(variable, given, known.join(', '));
  return word;
};

const wholeFrom = (
  env: NodeJS.ProcessEnv,
  variable: string,
  otherwise: number,
  min: number,
  max: number,
): number => {
  const given = env[variable] || String(otherwise);
  const number = /^\d{1,8}$/.test(given) ? Number(given) : NaN;
  if (!(number >= min && number <= max))
    throw new WrongSetting(variable, given, `a whole number from ${min} to ${max}`);
  return number;
};
