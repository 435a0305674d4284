import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import type { KeyObject } from 'node:crypto';
import {
  cosignNote,
  hashingWith,
  isConsistent,
  NotAProof,
  openNote,
  readCheckpoint,
  readVkey,
  sameBytes,
  vkeyText,
  type NoteKey,
  type SignedTree,
} from '@rt/proof';
import type { CheckpointFiles } from './checkpoint-files';
import { checkLists, fromBase64 } from './checkpoint-lists';
import { nodePrimitives as p, rawPublicKey, signWith, verifyEd25519 } from './node-primitives';

export interface WitnessOptions {
  /** The public key of the installation, on one line. */
  readonly logKey: string;
  /** The name with which the witness signs, such as its own domain. */
  readonly name: string;
  readonly key: KeyObject;
  /** The file with the note that the witness cosigned last. */
  readonly stateFile: string;
  /** ISO instant. */
  readonly at: string;
}

/**
 * Cosigns checkpoints of one installation for an organisation outside it, such as an archive. It signs only a checkpoint that continues the one that
 * it cosigned last, so an installation cannot show two histories to those who trust this witness. It needs no access to the installation.
 */
export class Witness {
  private readonly logKey: NoteKey;
  private readonly own: NoteKey;

  /** @throws NotAProof if the public key is not written correctly */
  constructor(private readonly options: WitnessOptions) {
    this.logKey = readVkey(p, options.logKey);
    this.own = { name: options.name, type: 4, raw: rawPublicKey(options.key) };
  }

  /** The public key that checks this witness's cosignatures, on one line. */
  get publicKey(): string {
    return vkeyText(p, this.own);
  }

  /**
   * @param older the checkpoint that was cosigned last; undefined: this is the first one
   * @returns the newer note with the cosignature. Before it is returned, it has been stored as the one that was cosigned last
   * @throws NotAProof if the newer checkpoint does not continue the older one, or the older one is not the last
   */
  cosign(older: CheckpointFiles | undefined, newer: CheckpointFiles): string {
    const lock = `${this.options.stateFile}.lock`;
    closeSync(openLock(lock));
    try {
      const before = older && this.opened(older);
      this.checkLast(before);
      const now = this.opened(newer);
      checkContinues(before, now, newer);
      const heads = newer.lists === undefined ? undefined : checkLists(newer.lists, now).heads;
      if (before !== undefined && older?.lists !== undefined && heads !== undefined) {
        const byStream = new Map(heads.map((head) => [head.stream, head.lastRevision]));
        for (const { stream, lastRevision } of checkLists(older.lists, before).heads)
          if ((byStream.get(stream) ?? -1) < lastRevision)
            throw new NotAProof('a stream has become shorter, or is gone, since the older checkpoint');
      }
      const seconds = Math.floor(Date.parse(this.options.at) / 1_000);
      const sign = signWith(this.options.key);
      const note = cosignNote(p, newer.note, { key: this.own, seconds, sign });
      this.keep(note);
      return note;
    } finally {
      rmSync(lock, { force: true });
    }
  }

  private opened({ note }: CheckpointFiles): SignedTree {
    const tree = readCheckpoint(p, openNote(p, note, this.logKey, verifyEd25519).text);
    if (tree.origin !== this.logKey.name) throw new NotAProof('the checkpoint is of another installation');
    return tree;
  }

  /** Refuses an older checkpoint than the last one: it would let the installation go back and continue with another history. */
  private checkLast(before: SignedTree | undefined): void {
    const { stateFile } = this.options;
    if (!existsSync(stateFile)) {
      if (before !== undefined) throw new NotAProof(`${stateFile} does not exist: nothing was cosigned yet`);
      return;
    }
    const last = this.opened({ note: readFileSync(stateFile, 'utf8') });
    if (before?.size !== last.size || !sameBytes(before.root, last.root))
      throw new NotAProof(`the older checkpoint is not the one that was cosigned last (${stateFile})`);
  }

  private keep(note: string): void {
    const { stateFile } = this.options;
    const draft = `${stateFile}.new`;
    writeFileSync(draft, note, { mode: 0o600, flush: true });
    renameSync(draft, stateFile);
    const folder = openSync(path.dirname(path.resolve(stateFile)), 'r');
    fsyncSync(folder);
    closeSync(folder);
  }
}

const openLock = (lock: string): number => {
  try {
    return openSync(lock, 'wx', 0o600);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    throw new NotAProof(`${lock} exists: another run cosigns, or one was interrupted; then remove that file`);
  }
};

const checkContinues = (
  before: SignedTree | undefined,
  now: SignedTree,
  { lists }: CheckpointFiles,
): void => {
  if (before === undefined) return;
  const known = lists?.consistency.find(({ from }) => from === before.size);
  if (known === undefined && now.size > before.size)
    throw new NotAProof(
      'no proof beside the newer checkpoint begins at the older one; ask for one that was made with `checkpoint --since`',
    );
  // If both trees have the same size, the proof is empty and the roots must be equal.
  const proof = now.size === before.size ? [] : fromBase64(known?.proof ?? []);
  if (!isConsistent(hashingWith(p), before, now, proof))
    throw new NotAProof(
      'the newer checkpoint does not continue the older one: history was changed in between',
    );
};
