import { definitionOf } from './definitions';
import { labelAt } from './dto-fields';

const orderSent = definitionOf('OrderSent').dto;

describe('what a field is called', () => {
  it.each([
    ['task', { sv: 'Uppdrag', en: 'Task' }],
    ['decisionId', { sv: 'Beslut', en: 'Decision' }],
    ['extent.amount', { sv: 'Omfattning, Antal', en: 'Extent, Amount' }],
    ['goals[2].measuredBy', { sv: 'Mål och delmål 3, Mäts genom', en: 'Goals and sub-goals 3, Measured by' }],
    ['goals[0]', { sv: 'Mål och delmål 1', en: 'Goals and sub-goals 1' }],
  ])('at %s', (path, label) => {
    expect(labelAt(orderSent, path)).toEqual(label);
  });

  it.each(['', 'nothing', 'nothing.task', 'toString', '[0]'])('at «%s» is nothing', (path) => {
    expect(labelAt(orderSent, path)).toBeUndefined();
  });

  it('at a place within an object of any fields is what the object is called', () => {
    expect(labelAt(definitionOf('EntryCorrected').dto, 'data.goals[0].text')).toEqual({
      sv: 'Anteckningen som den ska lyda',
      en: 'The entry as it should read',
    });
  });

  it('within an identity', () => {
    expect(labelAt(definitionOf('PersonalFileOpened').dto, 'person.identity.value')?.sv).toBe(
      'Den enskilde, Personnummer, Nummer',
    );
  });
});
