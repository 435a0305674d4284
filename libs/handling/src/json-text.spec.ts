import fc from 'fast-check';
import { jsonOf, type NotJson } from './json-text';

const faultIn = (bytes: Uint8Array | string): string => {
  try {
    jsonOf(Buffer.from(bytes));
  } catch (error) {
    return (error as NotJson).fault;
  }
  return 'none';
};

describe('a JSON document in bytes', () => {
  it('is what JSON.parse reads', () =>
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(jsonOf(Buffer.from(text))).toEqual(JSON.parse(text));
      }),
    ));

  it('is UTF-8', () => {
    expect(faultIn(Buffer.from('"Åsa Öberg"', 'latin1'))).toBe('notUtf8');
    expect(faultIn(Buffer.from('{"a":1}', 'utf16le'))).not.toBe('none');
    expect(faultIn(new Uint8Array([0x22, 0xed, 0xa0, 0x80, 0x22]))).toBe('notUtf8');
  });

  it.each([
    '{"a":1,"a":2}',
    '{"a":1, "\\u0061" : 2}',
    '[{"b":{"a":"}{\\"","c":[{}],"a" :[]}}]',
    '{"a\\"":1,"a\\"":1}',
  ])('names no field twice: %s', (text) => expect(faultIn(text)).toBe('duplicateName'));

  it.each(['{"a":{"a":1},"b":{"a":1}}', '[{"a":1},{"a":1}]', '{"a":"a","b":"\\"a\\":"}', '{"a":["a","a"]}'])(
    'may have a name in several objects, and as a value: %s',
    (text) => expect(faultIn(text)).toBe('none'),
  );

  it('says where it ends to be JSON, and repeats nothing', () => {
    expect(() => jsonOf(Buffer.from('{\n "a": 1 hemligt }'))).toThrow(
      expect.objectContaining({ fault: 'notJson', at: { line: 2, column: 9 }, message: 'notJson' }),
    );
  });
});
