import { checkpointText, isOriginOf, originOf, readCheckpoint } from './checkpoint-text';
import { keyPair, verifyByNode } from './ed25519.fixture';
import { cosignNote, openNote, readVkey, signNote, vkeyText } from './note';
import { NotAProof } from './primitives';
import { primitives as p } from './rfc6962.fixture';

const origin = originOf('exempelkommun', '7b0e4b6e-0c55-4a52-9f0a-3a8f2f8f0a11');
const log = keyPair(origin, 1);
const witness = keyPair('stadsarkivet.example', 4);
const checkpoint = { origin, size: 70_000, root: p.sha256(p.utf8('root')) };
const note = signNote(p, checkpointText(p, checkpoint), log.key, log.sign);
const cosigned = cosignNote(p, note, { ...witness, seconds: 1_700_000_000 });

describe('a signed note', () => {
  it('opens the example of the C2SP specification', () => {
    const example =
      'This is an example message.\n\n\u2014 example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n';
    const key = readVkey(p, 'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k');
    expect(openNote(p, example, key, verifyByNode)).toEqual({ text: 'This is an example message.\n' });
  });

  it('opens with the public key on one line, and says what was signed', () => {
    const key = readVkey(p, `${vkeyText(p, log.key)}\n`);
    const { text } = openNote(p, note, key, verifyByNode);
    expect(readCheckpoint(p, text)).toEqual(checkpoint);
  });

  it('holds the cosignature of a witness with its time beside the signature of the log', () => {
    expect(openNote(p, cosigned, readVkey(p, vkeyText(p, witness.key)), verifyByNode)).toEqual({
      text: checkpointText(p, checkpoint),
      time: 1_700_000_000,
    });
    expect(openNote(p, cosigned, log.key, verifyByNode).time).toBeUndefined();
  });

  it('refuses another text, another key, another time, and a note that the key did not sign', () => {
    const refused = (given: string, key = log.key) =>
      expect(() => openNote(p, given, key, verifyByNode)).toThrow(NotAProof);
    refused(note.replace('70000', '70001'));
    refused(note, keyPair(origin, 1).key);
    refused(note, witness.key);
    refused(
      cosignNote(p, note, { ...witness, key: { ...witness.key, raw: log.key.raw }, seconds: 1 }),
      witness.key,
    );
    refused(
      cosigned.replace(
        /(stadsarkivet\.example \S{8})(.)/,
        (_, before: string, one: string) => before + (one === 'A' ? 'B' : 'A'),
      ),
      witness.key,
    );
    refused('no note');
    refused(`${note}no signature\n`);
  });

  it('refuses a public key whose id is another’s, and a name with a space', () => {
    const [name, , key] = vkeyText(p, log.key).split('+');
    expect(() => readVkey(p, `${name}+00000000+${key}`)).toThrow(NotAProof);
    expect(() => readVkey(p, 'a key')).toThrow(NotAProof);
    expect(() => signNote(p, 'text\n', { ...log.key, name: 'two words' }, log.sign)).toThrow(NotAProof);
  });

  it('refuses a checkpoint with a line too much, a size that is no number or a root of another length', () => {
    const text = checkpointText(p, checkpoint);
    for (const wrong of [
      `${text}more\n`,
      text.replace('70000', '070000'),
      text.slice(0, -6) + '\n',
      'a\n1\n',
    ])
      expect(() => readCheckpoint(p, wrong)).toThrow(NotAProof);
  });

  it('is of a store by the store’s id, whatever the municipality is called', () => {
    expect(isOriginOf(origin, '7b0e4b6e-0c55-4a52-9f0a-3a8f2f8f0a11')).toBe(true);
    expect(isOriginOf(origin, '00000000-0c55-4a52-9f0a-3a8f2f8f0a11')).toBe(false);
  });
});
