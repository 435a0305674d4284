import type { Mail } from '../mail/mailer';
import { Digests, type DigestOutcome } from './digests';

const minuteMs = 60_000;
/** A Monday, 06:30 in Sweden. */
const MONDAY = '2026-03-02T05:30:00.000Z';

/** Chosen hours, as the store of the subscriptions keeps them. */
const chosen = (hours: Readonly<Record<string, number>>) => {
  const told = new Map<string, string>();
  return {
    told,
    digestsDue: async (day: string, hour: number) =>
      Object.keys(hours).filter((user) => (hours[user] as number) <= hour && (told.get(user) ?? '') < day),
    digestTold: async (userId: string, day: string) => void told.set(userId, day),
  };
};

describe('the mails of the day', () => {
  beforeEach(() => jest.useFakeTimers({ now: Date.parse(MONDAY) }));
  afterEach(() => jest.useRealTimers());

  const started = (hours: Readonly<Record<string, number>>, send: (mail: Mail) => Promise<void>) => {
    const outcomes: DigestOutcome['is'][] = [];
    const digests = new Digests({
      subscriptions: chosen(hours),
      directory: {
        find: async (userId) =>
          userId.startsWith('hl-')
            ? { userId, roles: ['caseWorker'], unitId: 'farsta', boardId: 'sdn-farsta' }
            : undefined,
        mailAddressOf: async (userId) => `${userId}@exempelstad.example`,
      },
      clock: { now: () => new Date().toISOString() },
      mailer: { send },
      address: 'https://roda-traden.exempelstad.example',
      language: 'sv',
      worklistOf: async ({ userId }) => {
        if (userId === 'hl-damaged') throw new Error('a list that cannot be read');
        if (userId === 'hl-moved') return undefined;
        const count = userId === 'hl-idle' ? 0 : 2;
        return { toDo: { count, text: { sv: '2 saker att göra.', en: '2 things to do.' } } };
      },
      tell: ({ is }) => outcomes.push(is),
    });
    digests.start();
    return { digests, outcomes };
  };
  const minutes = (count: number) => jest.advanceTimersByTimeAsync(count * minuteMs);

  it('come from the chosen hour in Sweden, once on each working day', async () => {
    const sent: string[] = [];
    const { digests } = started({ 'hl-farsta-1': 7, 'hl-farsta-2': 16 }, async ({ to }) => {
      sent.push(`${new Date().toISOString().slice(0, 13)} ${to.split('@')[0]}`);
    });
    await minutes(29);
    expect(sent).toEqual([]);
    // Until the next Monday, over a weekend.
    await minutes(7 * 24 * 60);
    const days = ['02', '03', '04', '05', '06'].flatMap((day) => [
      `2026-03-${day}T06 hl-farsta-1`,
      `2026-03-${day}T15 hl-farsta-2`,
    ]);
    expect(sent).toEqual(days);
    await digests.end();
    await minutes(24 * 60);
    expect(sent).toEqual(days);
  });

  it('say how much is to be done and where, and nothing of any file', async () => {
    const mails: Mail[] = [];
    const { digests } = started({ 'hl-farsta-1': 6 }, async (mail) => void mails.push(mail));
    await minutes(1);
    expect(mails).toEqual([
      {
        to: 'hl-farsta-1@exempelstad.example',
        subject: 'Min dag: 2 saker att göra',
        text: [
          '2 saker att göra.',
          '',
          'Öppna Min dag: https://roda-traden.exempelstad.example/min-dag',
          '',
          'Tid och avstängning: https://roda-traden.exempelstad.example/paminnelser',
          '',
        ].join('\n'),
        messageId: expect.stringMatching(/^<[0-9a-f]{40}@roda-traden\.exempelstad\.example>$/),
      },
    ]);
    await digests.end();
  });

  it('are left out where there is nothing to say, or nobody to say it to', async () => {
    const { digests, outcomes } = started({ 'hl-idle': 6, 'hl-moved': 6, gone: 6 }, async () => {
      throw new Error('nothing was to be sent');
    });
    await minutes(60);
    expect(outcomes).toEqual(['empty', 'empty', 'empty']);
    await digests.end();
  });

  it('go on to the others where one list cannot be read, and try that one again', async () => {
    const to: string[] = [];
    const { digests, outcomes } = started({ 'hl-damaged': 6, 'hl-farsta-1': 6 }, async (mail) => {
      to.push(mail.to);
    });
    await minutes(2);
    expect(to).toEqual(['hl-farsta-1@exempelstad.example']);
    expect(outcomes).toEqual(['failed', 'sent', 'failed', 'failed']);
    await digests.end();
  });

  it('wait for a mail server that does not answer, and leave out a receiver that it refuses', async () => {
    let tries = 0;
    const { digests, outcomes } = started({ 'hl-farsta-1': 6, 'hl-farsta-2': 6 }, async ({ to }) => {
      tries++;
      if (tries <= 2) throw Object.assign(new Error('connection refused'), { code: 'ESOCKET' });
      if (to.startsWith('hl-farsta-1'))
        throw Object.assign(new Error('no such mailbox'), { code: 'EENVELOPE', responseCode: 550 });
    });
    await minutes(9);
    expect(outcomes).toEqual(['failed']);
    await minutes(30);
    expect(outcomes).toEqual(['failed', 'failed', 'refused', 'sent']);
    await digests.end();
  });

  it('are the same mail if it is sent again', async () => {
    const ids: string[] = [];
    for (let start = 0; start < 2; start++) {
      const { digests } = started({ 'hl-farsta-1': 6 }, async ({ messageId }) => void ids.push(messageId));
      await minutes(1);
      await digests.end();
    }
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });
});
