import { createHash } from 'node:crypto';
import type { Language, LocalDate, Text } from '@rt/domain';
import type { Worklist } from '@rt/read-models';
import type { Mail } from '../mail/mailer';

export interface DigestContext {
  readonly day: LocalDate;
  /** The address of the pages, without a path. */
  readonly address: string;
  readonly language: Language;
}

/** The mail of the day: how much there is to do, and where. It holds counts alone, because mail is read by others and lies on other servers. */
export const digestMail = (
  receiver: { readonly userId: string; readonly to: string },
  { toDo }: Pick<Worklist, 'toDo'>,
  { day, address, language }: DigestContext,
): Mail => {
  const say = (text: Text): string => text[language];
  const { count, text } = toDo;
  return {
    to: receiver.to,
    subject: say({
      sv: `Min dag: ${count} ${count === 1 ? 'sak' : 'saker'} att göra`,
      en: `My day: ${count} ${count === 1 ? 'thing' : 'things'} to do`,
    }),
    text: [
      say(text),
      '',
      say({ sv: `Öppna Min dag: ${address}/min-dag`, en: `Open My day: ${address}/min-dag` }),
      '',
      say({
        sv: `Tid och avstängning: ${address}/paminnelser`,
        en: `Hour, or no more mails: ${address}/paminnelser`,
      }),
      '',
    ].join('\n'),
    messageId: `<${hashOf(`${receiver.userId} ${day}`)}@${new URL(address).hostname}>`,
  };
};

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, hexMax);
const hexMax = 40;
