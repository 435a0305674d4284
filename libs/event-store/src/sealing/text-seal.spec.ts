import fc from 'fast-check';
import { eraseStream, newEvent, openStore, temporaryFolder } from '../store.fixture';

const stream = 'personalFile-1';

describe('texts that are sealed outside the events', () => {
  it('open only for their own stream and purpose, and seal to the same bytes again', async () => {
    const store = await openStore();
    await store.append(stream, 'none', [newEvent()]);
    await store.append('personalFile-2', 'none', [newEvent()]);
    const own = await store.textSeal(stream);
    const other = await store.textSeal('personalFile-2');
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const sealed = own?.seal('name', text) as string;
        expect(own?.open('name', sealed)).toBe(text);
        expect(own?.seal('name', text)).toBe(sealed);
        expect(sealed).toMatch(/^[\w-]+$/);
        expect(own?.open('number', sealed)).toBeUndefined();
        expect(other?.open('name', sealed)).toBeUndefined();
        expect(other?.seal('name', text)).not.toBe(sealed);
      }),
    );
  });

  it('hide the length of a short text, and do not open when a character is changed', async () => {
    const store = await openStore();
    await store.append(stream, 'none', [newEvent()]);
    const seal = await store.textSeal(stream);
    const sealed = seal?.seal('name', 'Bo') as string;
    expect(seal?.seal('name', 'Maximiliana Exempelsson-Påhittad')).toHaveLength(sealed.length);
    for (const at of [0, 20, sealed.length - 2]) {
      const changed = sealed.slice(0, at) + (sealed[at] === 'A' ? 'B' : 'A') + sealed.slice(at + 1);
      expect(seal?.open('name', changed)).toBeUndefined();
    }
    expect(seal?.open('name', '')).toBeUndefined();
  });

  it('open after a restart, and never again once the stream is erased', async () => {
    const folder = temporaryFolder();
    const first = await openStore({ folder });
    await first.append(stream, 'none', [newEvent()]);
    const sealed = (await first.textSeal(stream))?.seal('name', 'Kim Exempelsson') as string;
    await first.close();
    const again = await openStore({ folder });
    expect((await again.textSeal(stream))?.open('name', sealed)).toBe('Kim Exempelsson');
    await eraseStream(again, stream, 0);
    expect(await again.textSeal(stream)).toBeUndefined();
    expect(await again.textSeal('personalFile-9')).toBeUndefined();
  });
});

describe('a keyed hash', () => {
  it('is the same for the same purpose and text in one installation, and differs in another', async () => {
    const folder = temporaryFolder();
    const first = await openStore({ folder });
    const hash = first.keyedHash('file-search', 'exempelsson');
    expect(hash).toMatch(/^[\w-]{22}$/);
    expect(first.keyedHash('file-search', 'exempelssom')).not.toBe(hash);
    expect(first.keyedHash('another', 'exempelsson')).not.toBe(hash);
    await first.close();
    expect((await openStore({ folder })).keyedHash('file-search', 'exempelsson')).toBe(hash);
    expect((await openStore()).keyedHash('file-search', 'exempelsson')).not.toBe(hash);
  });
});
