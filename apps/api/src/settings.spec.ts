import path from 'node:path';
import { serverSettingsFrom } from './settings';

describe('the settings', () => {
  it('are this machine and port 3000 where nothing is said', () => {
    expect(serverSettingsFrom({})).toMatchObject({ host: '127.0.0.1', port: 3000, logLevel: 'info' });
  });

  it('name the folder of the checkpoints', () => {
    expect(serverSettingsFrom({}).checkpoints).toEqual({ folder: undefined, every: 1_000 });
    const { folder = '' } = serverSettingsFrom({ RT_CHECKPOINTS: 'outside' }).checkpoints;
    expect(path.isAbsolute(folder)).toBe(true);
  });

  const mail = {
    RT_SMTP_URL: 'smtps://roda:hemlig@mejl.exempelstad.example',
    RT_MAIL_FROM: 'roda-traden@exempelstad.example',
    RT_ADDRESS: 'https://roda-traden.exempelstad.example/',
  };

  it('send no mail unless a mail server is named', () => {
    expect(serverSettingsFrom({}).mail).toBeUndefined();
    expect(serverSettingsFrom(mail).mail).toEqual({
      smtp: mail.RT_SMTP_URL,
      from: mail.RT_MAIL_FROM,
      address: 'https://roda-traden.exempelstad.example',
    });
  });

  it.each([
    ['RT_SMTP_URL', 'mejl.exempelstad.example'],
    ['RT_SMTP_URL', 'https://roda:hemlig@mejl.exempelstad.example'],
    ['RT_MAIL_FROM', ''],
    ['RT_MAIL_FROM', 'Röda tråden'],
    ['RT_ADDRESS', ''],
    ['RT_ADDRESS', 'roda-traden.exempelstad.example'],
    ['RT_ADDRESS', 'https://roda-traden.exempelstad.example/sida'],
  ])('refuse %s=«%s» beside the others, and show no password', (variable, was) => {
    const wrong = () => serverSettingsFrom({ ...mail, [variable]: was });
    expect(wrong).toThrow(variable);
    expect(wrong).not.toThrow('hemlig');
  });

  it.each([
    ['RT_HOST', '0.0.0.0', '127.0.0.1'],
    ['RT_PORT', '65536', '0 to 65535'],
    ['RT_PORT', '1e3', '0 to 65535'],
    ['RT_NOW', 'yesterday', '2026-03-18T08:00:00.000Z'],
    ['RT_LOG_LEVEL', 'loud', 'silent, error, warn, info, debug'],
    ['RT_REQUESTS_PER_MINUTE', '0', '1 to 10000000'],
    ['RT_CHECKPOINT_EVERY', '0', '1 to 10000000'],
    ['RT_SCRUB_DAYS', '8', '1 to 7'],
    ['RT_LANG', 'fi', 'sv, en'],
  ])('%s is not «%s», and the error says what it may be', (variable, was, mayBe) => {
    const wrong = () => serverSettingsFrom({ [variable]: was });
    expect(wrong).toThrow(`${variable} is «${was}»`);
    expect(wrong).toThrow(mayBe);
  });
});
