import {
  createPrivateKey,
  createPublicKey,
  createSecretKey,
  generateKeyPairSync,
  randomBytes,
  type KeyObject,
} from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { DataFolderUnusable } from '../port';

/** How a key file is made and read: it holds 32 random bytes in base64 (master key) or an Ed25519 private key in PEM (signing key). */
export interface KeyKind {
  readonly name: string;
  readonly setting: string;
  readonly make: () => string;
  readonly parse: (text: string) => KeyObject;
}

export const masterKeyKind: KeyKind = {
  name: 'master key',
  setting: 'RT_MASTER_KEY_FILE',
  make: () => `${randomBytes(32).toString('base64')}\n`,
  parse: (text) => {
    const bytes = Buffer.from(text.trim(), 'base64');
    if (bytes.length !== 32) throw new TypeError('expected 32 bytes in base64');
    return createSecretKey(bytes);
  },
};

export const signingKeyKind: KeyKind = {
  name: 'signing key',
  setting: 'RT_SIGNING_KEY_FILE',
  make: () => generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  parse: (text) => {
    const key = createPrivateKey(text);
    if (key.asymmetricKeyType !== 'ed25519') throw new TypeError('expected an Ed25519 private key in PEM');
    return key;
  },
};

/** @throws DataFolderUnusable if the file is missing or holds no such key */
export const readKey = (kind: KeyKind, file: string): KeyObject => {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const text = `the ${kind.name} cannot be read. Put it back, or name its place in ${kind.setting}; without it the store cannot be used`;
    throw new DataFolderUnusable('missing', `${file}: ${text}`, { cause: error });
  }
  try {
    return kind.parse(text);
  } catch (error) {
    throw new DataFolderUnusable(
      'wrongKey',
      `${file}: this is no ${kind.name} of ours: ${(error as Error).message}`,
    );
  }
};

/** Creates a key file that only its owner can read. It is durable before the key is used, and an existing file is never overwritten. */
export const makeKey = (kind: KeyKind, file: string): void => {
  if (existsSync(file)) return;
  const draft = `${file}.${process.pid}.new`;
  const handle = openSync(draft, 'w', 0o600);
  try {
    writeSync(handle, kind.make());
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  linkSync(draft, file);
  unlinkSync(draft);
};

/** The file of a key that is to replace the one in `file`. It exists only while keys are being changed. */
const nextTo = (file: string): string => `${file}.next`;

/** Makes the key that is to replace the one in `file`, beside it. One that an interrupted change left there was never used and is replaced. */
export const makeNextKey = (kind: KeyKind, file: string): KeyObject => {
  const next = nextTo(file);
  rmSync(next, { force: true });
  makeKey(kind, next);
  return readKey(kind, next);
};

/** Puts the next key in the place of the present one, which is gone then. */
export const takeNextKey = (file: string): void => renameSync(nextTo(file), file);

/**
 * The key that the store now needs: the one in the file, or the next one if a change of keys was interrupted after the store had taken it up. Then the
 * change is finished, if the caller may write.
 * @param fits whether the store needs this key
 * @throws DataFolderUnusable if the file is missing or holds no such key
 */
export const presentKey = (
  kind: KeyKind,
  file: string,
  { fits, mode }: { readonly fits: (key: KeyObject) => boolean; readonly mode: 'read' | 'write' },
): KeyObject => {
  const key = readKey(kind, file);
  if (fits(key) || !existsSync(nextTo(file))) return key;
  const next = readKey(kind, nextTo(file));
  if (!fits(next)) return key;
  if (mode === 'write') takeNextKey(file);
  return next;
};

/** The public key of a signing key in a file. @throws DataFolderUnusable if the file is missing or holds no such key */
export const publicKeyOfSigner = (file: string): KeyObject => createPublicKey(readKey(signingKeyKind, file));
