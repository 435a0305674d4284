import { houseSettingsFrom, WrongSetting, type HouseSettings } from '@rt/composition';
import type { Language } from '@rt/domain';
import { isLoopback } from '@rt/identity';
import type { MailSettings } from './mail/mailer';
import type { CheckpointSettings } from './projections/due-checkpoints';
import type { ScrubSettings } from './projections/due-scrub';

/** The settings of the server, from the environment. */
export interface ServerSettings {
  readonly house: HouseSettings;
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
  /** The number of requests that one user may send to one route in a minute. */
  readonly requestsPerMinuteMax: number;
  readonly checkpoints: CheckpointSettings;
  readonly scrub: ScrubSettings;
  /** Undefined: no mail is sent. */
  readonly mail?: MailSettings;
  readonly logLevel: LogLevel;
  /** The language of the lines that the server prints when it starts, and of answers to readers who name none. */
  readonly language: Language;
}

const LANGUAGES: readonly Language[] = ['sv', 'en'];

const LOG_LEVELS = ['silent', 'error', 'warn', 'info', 'debug'] as const;
type LogLevel = (typeof LOG_LEVELS)[number];

/** @throws WrongSetting */
export const serverSettingsFrom = (env: NodeJS.ProcessEnv): ServerSettings => {
  const host = env.RT_HOST || '127.0.0.1';
  // Required, because users of the demo directory sign in without a password.
  if (!isLoopback(host))
    throw new WrongSetting(
      'RT_HOST',
      host,
      '127.0.0.1, ::1 or localhost: people sign in from the demo directory, which is for this machine alone',
    );
  const house = houseSettingsFrom(env);
  return {
    house,
    host,
    port: wholeFrom(env, 'RT_PORT', 3000, 0, 65_535),
    requestsPerMinuteMax: wholeFrom(env, 'RT_REQUESTS_PER_MINUTE', 6_000, 1, 10_000_000),
    checkpoints: {
      folder: house.checkpointFolder,
      every: wholeFrom(env, 'RT_CHECKPOINT_EVERY', 1_000, 1, 10_000_000),
    },
    scrub: { days: wholeFrom(env, 'RT_SCRUB_DAYS', 7, 1, 7) },
    ...mailFrom(env),
    logLevel: wordFrom(env, 'RT_LOG_LEVEL', 'info', LOG_LEVELS),
    language: wordFrom(env, 'RT_LANG', 'sv', LANGUAGES),
  };
};

/** All three settings, or none: no mail is sent then. @throws WrongSetting */
const mailFrom = (env: NodeJS.ProcessEnv): Pick<ServerSettings, 'mail'> => {
  const { RT_SMTP_URL: smtp, RT_MAIL_FROM: from = '', RT_ADDRESS: address = '' } = env;
  if (!smtp) return {};
  // The address may contain a password, which no message shows.
  if (!/^smtps?:$/.test(URL.parse(smtp)?.protocol ?? ''))
    throw new WrongSetting(
      'RT_SMTP_URL',
      '…',
      'smtp://host:port or smtps://host:port, with user:password@ before the host where it needs them',
    );
  if (!/^[^\s@<>"]+@[^\s@<>"]+$/.test(from))
    throw new WrongSetting(
      'RT_MAIL_FROM',
      from,
      'the address that mails come from, such as roda-traden@exempelstad.example; RT_SMTP_URL needs it',
    );
  const pages = URL.parse(address);
  if (pages === null || !/^https?:$/.test(pages.protocol) || pages.pathname !== '/' || pages.search !== '')
    throw new WrongSetting(
      'RT_ADDRESS',
      address,
      'the address of the pages that mails lead to, such as https://roda-traden.exempelstad.example; RT_SMTP_URL needs it',
    );
  return { mail: { smtp, from, address: pages.origin } };
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
