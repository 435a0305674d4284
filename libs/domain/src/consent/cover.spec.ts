import { on, type LocalTime } from '../calendar';
import { coveredLaterOn, coverOn, withdrawnBefore, type ContactWith } from './cover';
import type { Recorded } from '../event';
import { asHistory, exampleId, recorded, type Special } from '../examples';
import { fileAt } from '../history';
import type { PersonalFileEvent } from '../vocabulary';

const brother = recorded('PartyRecorded', '2026-01-01');
const file = (...events: readonly Recorded<PersonalFileEvent>[]) => fileAt(asHistory([brother, ...events]));

const contact = (
  occurredOn: string,
  subjects: ContactWith['data']['subjects'] = ['health'],
  occurredTime?: string,
): ContactWith => ({
  occurredOn: on(occurredOn),
  ...(occurredTime !== undefined && { occurredTime: occurredTime as LocalTime }),
  data: { partyId: exampleId('party'), subjects },
});

const consent = (occurredOn: string, special: Special<'ConsentGiven'> = {}, time?: string) =>
  recorded(
    'ConsentGiven',
    occurredOn,
    special,
    time === undefined ? {} : { occurredTime: time as LocalTime },
  );
const withdrawn = (occurredOn: string, time?: string) =>
  recorded('ConsentWithdrawn', occurredOn, {}, time === undefined ? {} : { occurredTime: time as LocalTime });

const covered = (events: readonly Recorded<PersonalFileEvent>[], made: ContactWith): boolean =>
  coverOn(file(...events), made).covered;

describe('a consent covers a contact', () => {
  it('from the later of the day it was given and the day it is valid from', () => {
    const given = [consent('2026-03-10')];
    expect(covered(given, contact('2026-03-09'))).toBe(false);
    expect(covered(given, contact('2026-03-10'))).toBe(true);
    const ahead = [consent('2026-03-10', { validFrom: on('2026-03-15') })];
    expect(covered(ahead, contact('2026-03-14'))).toBe(false);
    expect(covered(ahead, contact('2026-03-15'))).toBe(true);
  });

  it('to its last day, and after a renewal to the last day of that', () => {
    const given = consent('2026-03-10', { validTo: on('2026-03-31') });
    expect(covered([given], contact('2026-03-31'))).toBe(true);
    expect(covered([given], contact('2026-04-01'))).toBe(false);
    const renewed = [given, recorded('ConsentRenewed', '2026-04-10', { validTo: on('2026-05-31') })];
    expect(covered(renewed, contact('2026-04-09'))).toBe(false);
    expect(covered(renewed, contact('2026-04-10'))).toBe(true);
    expect(covered(renewed, contact('2026-05-31'))).toBe(true);
    expect(covered(renewed, contact('2026-06-01'))).toBe(false);
    const open = [given, recorded('ConsentRenewed', '2026-03-20')];
    expect(covered(open, contact('2030-01-01'))).toBe(true);
  });

  it('on one day by the times of day where both have one, else as given before', () => {
    const at = (time?: string) => [consent('2026-03-10', {}, time)];
    expect(covered(at('10:00'), contact('2026-03-10', ['health'], '09:59'))).toBe(false);
    expect(covered(at('10:00'), contact('2026-03-10', ['health'], '10:00'))).toBe(true);
    expect(covered(at('10:00'), contact('2026-03-10'))).toBe(true);
    expect(covered(at(), contact('2026-03-10', ['health'], '00:01'))).toBe(true);
  });

  it('until it is withdrawn; on that day by the times of day, else the contact came first', () => {
    const until = (time?: string) => [consent('2026-03-10'), withdrawn('2026-04-01', time)];
    expect(covered(until(), contact('2026-04-01'))).toBe(true);
    expect(covered(until(), contact('2026-04-02'))).toBe(false);
    expect(covered(until('10:00'), contact('2026-04-01', ['health'], '10:00'))).toBe(true);
    expect(covered(until('10:00'), contact('2026-04-01', ['health'], '10:01'))).toBe(false);
    expect(covered(until('10:00'), contact('2026-04-01'))).toBe(true);
  });

  it('again when it is renewed after it was withdrawn', () => {
    const events = [consent('2026-03-10'), withdrawn('2026-04-01'), recorded('ConsentRenewed', '2026-04-05')];
    expect(covered(events, contact('2026-04-04'))).toBe(false);
    expect(covered(events, contact('2026-04-05'))).toBe(true);
    const renewedFirst = [
      consent('2026-03-10'),
      recorded('ConsentRenewed', '2026-03-20'),
      withdrawn('2026-04-01'),
    ];
    expect(covered(renewedFirst, contact('2026-04-05'))).toBe(false);
  });

  it('about its subjects; several consents may cover a contact together', () => {
    const health = consent('2026-03-10', { subjects: ['health'] });
    const economy = consent('2026-03-10', { consentId: exampleId('consent', 2), subjects: ['economy'] });
    const both = contact('2026-03-11', ['health', 'economy']);
    expect(coverOn(file(health), both)).toMatchObject({ covered: false, uncovered: ['economy'] });
    const together = coverOn(file(health, economy), both);
    expect(together.covered).toBe(true);
    expect(together.by.map((thing) => thing.created.id)).toEqual([health.id, economy.id]);
    expect(covered([health, economy], contact('2026-03-11', ['all']))).toBe(false);
    expect(covered([consent('2026-03-10', { subjects: ['all'] })], contact('2026-03-11', ['all']))).toBe(
      true,
    );
    expect(covered([health], contact('2026-03-11', []))).toBe(true);
    expect(covered([], contact('2026-03-11', []))).toBe(false);
  });

  it('with its party, or a party of its category on the day of the contact', () => {
    const other = { partyId: exampleId('party', 2) };
    expect(
      covered(
        [recorded('PartyRecorded', '2026-01-01', other), consent('2026-03-10', { with: other })],
        contact('2026-03-11'),
      ),
    ).toBe(false);
    const relatives = consent('2026-03-10', { with: { category: 'relatives' } });
    expect(covered([relatives], contact('2026-03-11'))).toBe(true);
    const changed = [relatives, recorded('PartyChanged', '2026-04-01', { kind: 'professional' })];
    expect(covered(changed, contact('2026-03-31'))).toBe(true);
    expect(covered(changed, contact('2026-04-01'))).toBe(false);
    expect(coverOn(fileAt([relatives]), contact('2026-03-11')).covered).toBe(false);
  });

  it('given by a representative, as far as he or she could give it that day', () => {
    const guardian = recorded('RepresentativeRegistered', '2026-02-01', {
      scope: ['health'],
      partyId: exampleId('party', 9),
    });
    const given = consent('2026-03-10', { representativeId: exampleId('representative') });
    expect(covered([guardian, given], contact('2026-03-11'))).toBe(true);
    expect(covered([guardian, given], contact('2026-03-11', ['economy']))).toBe(false);
    expect(covered([given], contact('2026-03-11'))).toBe(false);
    const ended = recorded('RepresentativeEnded', '2026-03-09');
    expect(covered([guardian, ended, given], contact('2026-03-11'))).toBe(false);
    const endedLater = recorded('RepresentativeEnded', '2026-03-10');
    expect(covered([guardian, endedLater, given], contact('2026-03-11'))).toBe(true);
  });
});

describe('the reservation of a consent', () => {
  const reserved = (reservations: string, special: Special<'ConsentGiven'> = {}) =>
    consent('2026-03-10', { with: { category: 'relatives' }, subjects: ['all'], reservations, ...special });
  const made = contact('2026-03-11', ['health']);

  it.each([
    ['Inte till Bo', false],
    ['Gäller inte Bos sambo', false],
    ['inte min BROR', false],
    ['Inget till anhöriga utom mamma', false],
    ['Inte till min syster Karin', false],
    ['Inte till min mamma', true],
    ['Inga uppgifter om hälsan', false],
    ['Ingenting om min ekonomi', true],
    ['Inga förbehåll', true],
    ['-', true],
  ])('%s: a call to the brother about health is covered: %s', (text, expected) => {
    const cover = coverOn(file(reserved(text)), made);
    expect([cover.covered, cover.reserved.length === 0]).toEqual([expected, expected]);
  });

  it('takes away the subject it names, and no other', () => {
    const both = contact('2026-03-11', ['health', 'economy']);
    const cover = coverOn(file(reserved('Ingenting om min ekonomi')), both);
    expect(cover).toMatchObject({ covered: false, uncovered: ['economy'] });
    expect(coverOn(file(reserved('Ingenting om min ekonomi')), contact('2026-03-11', ['all'])).covered).toBe(
      false,
    );
  });

  it('is not what keeps a consent about something else from covering', () => {
    expect(coverOn(file(reserved('Inte ekonomi', { subjects: ['dailyLife'] })), made)).toMatchObject({
      covered: false,
      reserved: [],
    });
  });
});

describe('a representative covers a contact with himself', () => {
  const guardian = recorded('RepresentativeRegistered', '2026-02-01', {
    scope: ['health'],
    validFrom: on('2026-01-10'),
    validTo: on('2026-05-31'),
  });

  it('within the scope, from the first day of the appointment to the last, whenever it was shown', () => {
    expect(covered([guardian], contact('2026-01-09'))).toBe(false);
    expect(covered([guardian], contact('2026-01-10'))).toBe(true);
    expect(covered([guardian], contact('2026-05-31'))).toBe(true);
    expect(covered([guardian], contact('2026-06-01'))).toBe(false);
    expect(covered([guardian], contact('2026-02-01', ['economy']))).toBe(false);
  });

  it('as a custodian until the day before the person turns 18', () => {
    const opened = (value: string) =>
      recorded('PersonalFileOpened', '2026-01-02', {
        person: {
          name: 'Elsa Exempelsson',
          identity: { kind: 'birthDate', value },
          sex: 'female',
          protectedIdentity: false,
        },
      });
    const custodian = recorded('RepresentativeRegistered', '2026-02-01', { kind: 'custodian' });
    expect(covered([opened('2008-03-02'), custodian], contact('2026-03-01'))).toBe(true);
    expect(covered([opened('2008-03-01'), custodian], contact('2026-03-01'))).toBe(false);
    expect(covered([opened('1984-05-17'), guardian], contact('2026-03-01'))).toBe(true);
    expect(covered([custodian], contact('2026-03-01'))).toBe(true);
  });

  it('and with no other party', () => {
    const other = recorded('RepresentativeRegistered', '2026-02-01', { partyId: exampleId('party', 2) });
    expect(
      covered(
        [recorded('PartyRecorded', '2026-01-01', { partyId: exampleId('party', 2) }), other],
        contact('2026-02-02'),
      ),
    ).toBe(false);
  });
});

describe('a contact after a withdrawal', () => {
  it('names the consent and the withdrawal', () => {
    const events = [consent('2026-03-10', { subjects: ['health'] }), withdrawn('2026-04-01')];
    const found = withdrawnBefore(file(...events), contact('2026-04-02', ['health', 'economy']));
    expect(found.map(({ consent: { created }, withdrawal }) => [created.id, withdrawal.id])).toEqual([
      [events[0]?.id, events[1]?.id],
    ]);
    expect(withdrawnBefore(file(...events), contact('2026-04-01'))).toEqual([]);
    expect(withdrawnBefore(file(...events), contact('2026-04-02', ['economy']))).toEqual([]);
    expect(
      withdrawnBefore(file(...events, recorded('ConsentRenewed', '2026-04-02')), contact('2026-04-02')),
    ).toEqual([]);
  });
});

describe('a consent that came later explains', () => {
  it('from the first day on which it would have covered', () => {
    const made = contact('2026-03-01');
    expect(coveredLaterOn(file(), made)).toBeUndefined();
    expect(coveredLaterOn(file(consent('2026-03-10')), made)).toBe('2026-03-10');
    expect(coveredLaterOn(file(consent('2026-03-10', { validFrom: on('2026-04-01') })), made)).toBe(
      '2026-04-01',
    );
    expect(coveredLaterOn(file(consent('2026-03-10', { subjects: ['economy'] })), made)).toBeUndefined();
    const lapsed = consent('2026-02-01', { validTo: on('2026-02-10') });
    expect(coveredLaterOn(file(lapsed, recorded('ConsentRenewed', '2026-05-01')), made)).toBe('2026-05-01');
  });

  it('on the same day, when the times of day put it after the contact', () => {
    const made = contact('2026-03-10', ['health'], '09:00');
    expect(covered([consent('2026-03-10', {}, '10:00')], made)).toBe(false);
    expect(coveredLaterOn(file(consent('2026-03-10', {}, '10:00')), made)).toBe('2026-03-10');
  });
});
