/**
 * Checks the statement by which an installation hands over to another signing key (`rt keys rotate --signing`), and says the new public key.
 *
 *   node key-change.mjs <statement> <the public key that you have>
 *
 * It needs verifier.mjs beside it, and nothing else. Format: C2SP signed-note, signed by the key that you have and by the new one.
 */
import { existsSync, readFileSync } from 'node:fs';
import './verifier.mjs';

const { readKey, openNote, Refused } = globalThis.rodaTradenVerifier;

/** @throws Refused if the key that you have did not sign it, or the new key did not */
const verifyKeyChange = async (note, publicKey) => {
  const { text } = await openNote(note, await readKey(publicKey));
  const [, time, from, to] =
    /^roda-traden\/key-change\/v1\ntime (\S+)\nsize \d{1,15}\nfrom (\S+)\nto (\S+)\n$/u.exec(text) ?? [];
  if (time === undefined || from !== publicKey.trim()) throw new Refused('MALFORMED');
  await openNote(note, await readKey(to));
  return { time, to };
};

const said = ({ LANG = '', RT_LANG = LANG }) => {
  const say = (sv, en) => (RT_LANG.startsWith('en') ? en : sv);
  return {
    usage: `${say('Så här', 'Usage')}: node key-change.mjs <statement> <public key>`,
    refused: say(
      'INTE BEVISAT. Den nyckeln har inte lämnat över.',
      'NOT PROVED. That key did not hand over.',
    ),
    proved: ({ time, to }) =>
      say(
        `BEVISAT. Nyckeln lämnade över ${time}. Granska det som är nyare med ${to}`,
        `PROVED. The key handed over at ${time}. Check what is newer with ${to}`,
      ),
  };
};

const [file, key] = process.argv.slice(2);
const words = said(process.env);
if (key === undefined || !existsSync(file)) {
  console.error(words.usage);
  process.exitCode = 2;
} else {
  try {
    const publicKey = existsSync(key) ? readFileSync(key, 'utf8') : key;
    console.log(words.proved(await verifyKeyChange(readFileSync(file, 'utf8'), publicKey)));
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    console.log(words.refused);
    process.exitCode = 1;
  }
}
