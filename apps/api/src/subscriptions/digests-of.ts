import type { INestApplication } from '@nestjs/common';
import type { Logger } from 'pino';
import { Problem } from '../http/problem';
import type { MailSettings } from '../mail/mailer';
import type { Metrics } from '../observing/metrics';
import { CLOCK, DIRECTORY, LANGUAGE, MAILER, SUBSCRIPTIONS } from '../ports';
import { Digests, type DigestOutcome, type DigestParts } from './digests';
import { OwnWorklist } from './own-worklist';

/** The mails of the day of a server that has a mail server. */
export const digestsOf = (
  nest: INestApplication,
  { address }: Pick<MailSettings, 'address'>,
  observers: { readonly log: Logger; readonly metrics: Metrics },
): Digests => {
  const own = nest.get(OwnWorklist);
  return new Digests({
    subscriptions: nest.get<DigestParts['subscriptions']>(SUBSCRIPTIONS),
    directory: nest.get<DigestParts['directory']>(DIRECTORY),
    clock: nest.get<DigestParts['clock']>(CLOCK),
    mailer: nest.get<DigestParts['mailer']>(MAILER),
    language: nest.get<DigestParts['language']>(LANGUAGE),
    address,
    worklistOf: (user) =>
      own.of(user, 'mail', 0).catch((error: unknown) => {
        if (error instanceof Problem && error.code === 'NOT_ALLOWED') return undefined;
        throw error;
      }),
    tell: (outcome) => tell(outcome, observers),
  });
};

const tell = (
  outcome: DigestOutcome,
  { log, metrics }: { readonly log: Logger; readonly metrics: Metrics },
): void => {
  metrics.digests.inc({ outcome: outcome.is });
  if (outcome.is === 'refused') log.warn('the mail server takes no mail for one of the users');
  if (outcome.is === 'failed')
    log.error({ fault: outcome.fault }, 'a mail of the day could not be sent; it is tried again');
};
