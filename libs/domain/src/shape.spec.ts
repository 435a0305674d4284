import * as f from './declare';
import * as s from './shape';

const SUBJECTS = f.codeList({ one: ['Ett', 'One'], two: ['Två', 'Two'] });

describe('the shape of an object', () => {
  it('allows no other fields, and says which may be missing', () => {
    expect(s.fields({ id: s.uuid(), closedOn: s.orNull(s.day()) }, { note: s.text() })).toEqual({
      type: 'object',
      properties: {
        id: { type: 'string', format: 'uuid' },
        closedOn: { anyOf: [{ type: 'string', format: 'date' }, { type: 'null' }] },
        note: { type: 'string' },
      },
      required: ['id', 'closedOn'],
      additionalProperties: false,
    });
  });

  it('can be declared without some of the fields of another', () => {
    expect(s.omit({ id: s.uuid(), note: s.text() }, 'note')).toEqual({ id: s.uuid() });
  });
});

describe('the shapes of what an event type declares', () => {
  const declared = {
    subject: f.code(SUBJECTS, 'Ämne', 'Subject'),
    since: f.orNone(f.day('Sedan', 'Since')),
    spells: f.parts(
      {
        to: f.optional(f.day('Till', 'To', { help: ['Sista dagen', 'The last day'] })),
        share: f.changed(f.whole(0, 100, 'Andel', 'Share')),
        days: f.whole(0, 7, 'Dagar', 'Days'),
      },
      'Tider',
      'Times',
    ),
  };

  it('have labels as titles and help as descriptions', () => {
    expect(s.shapesOf(declared)).toEqual({
      subject: { type: 'string', enum: ['one', 'two'], title: 'Subject' },
      since: { ...s.orNull(s.day()), title: 'Since' },
      spells: {
        type: 'array',
        title: 'Times',
        items: s.fields(
          { days: { ...s.count(), title: 'Days' } },
          {
            to: { ...s.day(), title: 'To', description: 'The last day' },
            share: { ...s.orNull(s.count()), title: 'Share' },
          },
        ),
      },
    });
  });
});
