import { Readable } from 'node:stream';
import { INPUT_BYTES_MAX, readJson } from './json-input';

const input = (...chunks: (string | Buffer)[]) => Readable.from(chunks.map((chunk) => Buffer.from(chunk)));

describe('the JSON on standard input', () => {
  it('is one document, also where it comes in pieces that cut a letter in two', async () => {
    const bytes = Buffer.from('{"ort":"Hägersten"}');
    await expect(readJson(input(bytes.subarray(0, 10), bytes.subarray(10)))).resolves.toEqual({
      ort: 'Hägersten',
    });
  });

  it('is refused with the place and without its content', async () => {
    const refusal = await readJson(input('{\n  "name": "Kim Ek"\n  "sex": 1}')).catch(
      (error: Error) => error.message,
    );
    expect(refusal).toBe('The input is not JSON: line 3, column 3.');
    const unplaced = await readJson(input('{"name": Kim Ek}')).catch((error: Error) => error.message);
    expect(unplaced).toMatch(/^The input is not JSON/);
    expect(unplaced).not.toContain('Kim');
  });

  it.each([
    ['nothing', ''],
    ['white space', ' \n'],
    ['half a document', '{"a": ['],
    ['bytes that are no text', Buffer.from([0xff, 0xfe, 0x00])],
  ])('is refused when it is %s', async (_, content) => {
    await expect(readJson(input(content))).rejects.toMatchObject({ code: 'WRONG_USAGE' });
  });

  it('is refused when it is larger than the limit, before it is parsed', async () => {
    const chunk = Buffer.alloc(1024 * 1024, 0x20);
    await expect(
      readJson(Readable.from(Array(INPUT_BYTES_MAX / chunk.length + 1).fill(chunk))),
    ).rejects.toThrow('record it in parts');
  });
});
