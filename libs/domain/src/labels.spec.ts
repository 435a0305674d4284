import * as f from './declare';
import type { EventDeclaration, Fields } from './declare';
import { erasureVocabulary } from './erasure/erasure.events';
import { labelFaults, swapped } from './labels.fixture';
import { reviewVocabulary } from './review/review.events';
import { rulesetVocabulary } from './ruleset/ruleset.events';
import { unitVocabulary } from './assignment/unit.events';
import { DECLARED } from './vocabulary';

const ALL = {
  ...DECLARED,
  ...reviewVocabulary.events,
  ...rulesetVocabulary.events,
  ...erasureVocabulary.events,
  ...unitVocabulary.events,
};

describe('the words of every declaration', () => {
  it('can be read on a form', () => {
    expect(labelFaults(ALL)).toEqual([]);
  });

  it('stand under their own language', () => {
    expect(swapped(ALL)).toEqual([]);
  });
});

const title = { sv: 'Beställning skickad', en: 'Order sent' };
const sent = (fields: Fields, more: Partial<EventDeclaration> = {}) => ({
  Sent: f.event({ title, fields, ...more }),
});
const good = f.text('Skäl', 'Reason');

describe('what is refused', () => {
  it('is nothing in a good declaration', () => {
    const list = f.codeList({ yes: ['Ja', 'Yes'], no: ['Nej', 'No'] });
    expect(
      labelFaults(
        sent(
          {
            sentId: f.plainId('Beställning', 'Order'),
            reason: f.text('Skäl', 'Reason', { help: ['En rad', 'One line'] }),
            answer: f.code(list, 'Svar', 'Answer'),
            goals: f.parts({ reason: good }, 'Mål', 'Goals'),
          },
          { day: { sv: 'Dagen den skickades', en: 'The day it was sent' } },
        ),
      ),
    ).toEqual([]);
  });

  it.each([
    ['an empty label', sent({ reason: f.text('Skäl', ' ') }), 'Sent.reason: label is empty'],
    ['blanks', sent({ reason: f.text('Skäl ', 'Reason') }), 'Sent.reason: label has blanks around it'],
    ['a colon', sent({ reason: f.text('Skäl:', 'Reason') }), 'ends in a colon or a full stop'],
    ['a full stop', sent({ reason: f.text('Skäl', 'Reason.') }), 'ends in a colon or a full stop'],
    ['a small letter', sent({ reason: f.text('skäl', 'Reason') }), 'label has no capital letter'],
    [
      'a placeholder',
      sent({ reason: f.text('Reason why', 'Reason why') }),
      'says the same in both languages',
    ],
    ['a name', sent({ reasonGiven: f.text('Reason given', 'Reason') }), 'label is the field’s name'],
    ['å, ä, ö in English', sent({ reason: f.text('Skäl', 'Skälet') }), 'has Swedish letters in its English'],
    [
      'a bad title',
      sent({}, { title: { sv: 'Sent', en: 'Sent' } }),
      'Sent: title says the same in both languages',
    ],
    ['a bad day', sent({}, { day: { sv: '', en: 'Day' } }), 'Sent.occurredOn: day is empty'],
    [
      'help that repeats the label',
      sent({ reason: f.text('Skäl', 'Reason', { help: ['Varför', 'Reason'] }) }),
      'Sent.reason: help repeats the label',
    ],
    [
      'help in one language',
      sent({ reason: f.text('Skäl', 'Reason', { help: ['Why', 'Why'] }) }),
      'Sent.reason: help says the same in both languages',
    ],
    [
      'long help',
      sent({ reason: f.text('Skäl', 'Reason', { help: ['A'.repeat(121), 'B'] }) }),
      'Sent.reason: help is over 120 characters',
    ],
    [
      'one label for two fields',
      sent({ reason: good, ground: f.text('Grund', 'Reason') }),
      'Sent.ground: label stands twice',
    ],
    [
      'one label for two fields of an object in a list',
      sent({ goals: f.parts({ reason: good, ground: good }, 'Mål', 'Goals') }),
      'Sent.goals.ground: label stands twice',
    ],
    [
      'a bad label within an object',
      sent({ law: f.part({ section: f.text('', 'Section') }, 'Lagrum', 'Section of law') }),
      'Sent.law.section: label is empty',
    ],
    [
      'a code without a label',
      sent({
        answer: f.code(Object.assign(['yes'], { labels: {} }) as unknown as f.CodeList, 'Svar', 'Answer'),
      }),
      'Sent.answer=yes: code has no label',
    ],
    [
      'a placeholder for a code, in a list of codes',
      sent({ answers: f.codes(f.codeList({ yes: ['Yes', 'Yes'] }), 'Svar', 'Answers') }),
      'Sent.answers=yes: code says the same in both languages',
    ],
    [
      'one label for two codes',
      sent({ answer: f.code(f.codeList({ yes: ['Ja', 'Yes'], aye: ['ja', 'Aye'] }), 'Svar', 'Answer') }),
      'Sent.answer=aye: code label stands twice',
    ],
  ])('is %s', (_, events, fault) => {
    const faults = labelFaults(events);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(fault);
  });

  it.each([
    ['a label', f.text('Who performs the measure', 'Vem som utför insatsen')],
    ['a word', f.text('Purpose', 'Syfte')],
    ['help', f.text('Skäl', 'Reason', { help: ['Empty: until it is withdrawn', 'Tomt: tills det upphör'] })],
    [
      'a code',
      f.code(f.codeList({ ended: ['The measure has ended', 'Insatsen har upphört'] }), 'Svar', 'Answer'),
    ],
  ])('is %s whose languages are swapped', (_, field) => {
    expect(swapped({ ...ALL, ...sent({ field }) })).toHaveLength(1);
  });
});
