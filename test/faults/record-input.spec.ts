import path from 'node:path';
import { Chance } from '../../libs/demo/src/chance';
import { note, openFileByCli, rt } from './command-line';
import { seed } from './seed';
import { suiteFolder } from './temporary-folder';

const chance = new Chance(`${seed}/input`);
const bytes = (length: number): Uint8Array => Uint8Array.from({ length }, () => chance.whole(0, 255));
const cut = (text: string): string => text.slice(0, chance.whole(1, text.length - 1));
const depth = 100_000;

it.each<[string, string | Uint8Array]>([
  ['nothing', ''],
  ['JSON that ends in the middle', cut(note('Elsa'))],
  ['two documents', `${note('one')}${note('two')}`],
  ['a word', 'record'],
  ['a number', '7'],
  ['null', 'null'],
  ['an empty list', '[]'],
  ['a list of lists', '[[[]]]'],
  ['an unknown type', '{"type":"Nothing","occurredOn":"2026-02-02","data":{}}'],
  ['fields that objects are born with', '{"__proto__":{"type":"NoteWritten"},"constructor":1,"data":{}}'],
  ['text with a null character', note('a\u0000b')],
  ['half a surrogate pair', '{"type":"NoteWritten","occurredOn":"2026-02-02","data":{"text":"\\ud800"}}'],
  ['a day that is none', note('x', '2026-02-30')],
  ['a text beyond every bound', note('x'.repeat(1_000_000))],
  ['more than may be read', note('x'.repeat(9_000_000))],
  ['more steps than belong together', `[${Array<string>(51).fill(note('x')).join()}]`],
  ['one good step and one bad', `[${note('good')},${note('x', 'yesterday')}]`],
  ['deep lists', '['.repeat(depth) + ']'.repeat(depth)],
  ['deep lists that never end', '['.repeat(depth)],
  ['deep objects in a payload', note('x').replace('"x"', '{"a":'.repeat(depth) + '1' + '}'.repeat(depth))],
  [`random bytes (seed ${seed})`, bytes(10_000)],
  ['a compressed file', Uint8Array.from([0x1f, 0x8b, 8, 0, ...bytes(100)])],
  ['a note with random bytes in it', Buffer.concat([Buffer.from(note('x').slice(0, 60)), bytes(50)])],
])('record refuses %s with 2, says why in a few words, and stores nothing', async (_, stdin) => {
  const folder = path.join(suiteFolder(), 'data');
  const fileId = await openFileByCli(folder);
  const { exitCode, out, err } = await rt(['record', fileId, '--data-dir', folder], { stdin });
  expect({ exitCode, out }).toEqual({ exitCode: 2, out: '' });
  expect(err.length).toBeGreaterThan(10);
  expect(err.length).toBeLessThan(3_000);
  expect(err).not.toMatch(/ at .*:\d+:\d+|node:internal|Elsa/);
  const verified = await rt(['verify', '--data-dir', folder, '--json']);
  expect(JSON.parse(verified.out)).toMatchObject({ ok: true, events: 1 });
});
