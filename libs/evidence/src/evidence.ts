import { createPublicKey, type KeyObject } from 'node:crypto';
import type { Clock, StoreOrder, StreamName } from '@rt/event-store';
import {
  anchorText,
  checkpointText,
  headText,
  NotAProof,
  originOf,
  sameBytes,
  signKeyChange,
  signNote,
  signNoteToo,
  vkeyText,
  type ListHash,
  type NoteKey,
  type ProofBundle,
} from '@rt/proof';
import { anchorIn } from './anchor-in';
import type { CheckpointFiles } from './checkpoint-files';
import {
  checkLists,
  destroyedLines,
  listHashes,
  listsFormat,
  readHeads,
  toBase64,
  type CheckpointLists,
} from './checkpoint-lists';
import { earlierSigners } from './earlier-signers';
import { proveStream, type FileProofOptions } from './file-proof';
import { followStore } from './follow';
import { nodePrimitives as p, rawPublicKey, signWith } from './node-primitives';
import { openCheckpoint, type ExpectedSigner } from './open-checkpoint';
import { refuseOtherRedactions } from './recorded-redactions';
import type { TreeProblem, TreeVerification } from './tree-problems';
import type { TreeStore } from './tree-store';
import type { SignedEnd } from './store-end';
import { verifySignedTree } from './verify-signed';
import { checkHeads } from './verify-tree';

/** The parts from which the evidence of one installation is made. */
export interface EvidenceParts {
  readonly order: StoreOrder;
  readonly tree: TreeStore;
  /** The number of entries in the access log and the hash of the last one. */
  readonly accessHead: () => Promise<ListHash>;
  /** How often keys of the store were destroyed. */
  readonly keysGeneration: () => number;
  readonly signingKey: KeyObject;
  /** The statements about changes of the signing key, in order. */
  readonly keyChanges: () => readonly string[];
  readonly municipality: string;
  readonly storeId: string;
  readonly clock: Clock;
  /** Called with each checkpoint that was made, before it is given out. */
  readonly keep?: (made: MadeCheckpoint) => void;
  /** The checkpoint that was kept last, unchecked; undefined if it cannot be read. */
  readonly kept?: () => CheckpointFiles | undefined;
}

/** A checkpoint for people outside: the signed note and its lists. */
export interface MadeCheckpoint {
  readonly madeAt: string;
  readonly size: number;
  readonly note: string;
  readonly lists: CheckpointLists;
}

/** The lists contain proofs of consistency with this many earlier checkpoints. */
const earlierMax = 64;

/** Makes the proofs of the store's history for people outside, and checks the store against them. */
export class Evidence {
  private readonly key: NoteKey;

  constructor(private readonly parts: EvidenceParts) {
    this.key = this.noteKeyOf(parts.signingKey);
  }

  /** The public key that checks this installation's notes, on one line. */
  get publicKey(): string {
    return vkeyText(p, this.key);
  }

  /** The statements about changes of the signing key, in order: each a note that the key before and the key after signed. */
  get keyChanges(): readonly string[] {
    return this.parts.keyChanges();
  }

  /** Adds new events of the store to the tree. @returns false if `eventsMax` events were added and there are more */
  follow(eventsMax?: number): Promise<boolean> {
    return followStore(this.parts.order, this.parts.tree, eventsMax);
  }

  /** When the last checkpoint was made, and how many leaves the tree has added since. */
  async sinceLast(): Promise<{ readonly madeAt?: string; readonly leaves: number }> {
    const last = (await this.parts.tree.checkpoints(1)).at(-1);
    const size = await this.parts.tree.size();
    if (last === undefined) return { leaves: size };
    return { madeAt: readMoment(last.anchor), leaves: size - last.size };
  }

  /**
   * Signs the present tree. @param since the note of an earlier checkpoint. The lists then also prove that the tree begins with the tree of that
   * checkpoint
   * @throws NotAProof if that note is not of this store
   */
  checkpoint(since?: string): Promise<MadeCheckpoint> {
    return this.signed(since);
  }

  /**
   * Signs the present tree with the present signing key and the one that is to take its place, so that a witness who knows only one of them can go on; and
   * makes the statement by which the present key hands over.
   */
  async handOver(
    next: KeyObject,
  ): Promise<{ readonly checkpoint: MadeCheckpoint; readonly statement: string }> {
    const checkpoint = await this.signed(undefined, next);
    const { madeAt: time, size } = checkpoint;
    const change = { time, size, from: this.key, to: this.noteKeyOf(next) };
    const sign = { from: signWith(this.parts.signingKey), to: signWith(next) };
    return { checkpoint, statement: signKeyChange(p, change, sign) };
  }

  private async signed(since?: string, next?: KeyObject): Promise<MadeCheckpoint> {
    const { order, tree, clock, signingKey } = this.parts;
    const asked = since === undefined ? [] : [this.sizeOf(since)];
    const earlier = (await tree.checkpoints(earlierMax)).map(({ size }) => size);
    // The heads are read before the tree follows, so that the tree holds the event of every head.
    const heads = await readHeads(order);
    await this.follow();
    const madeAt = clock.now();
    const texts = heads.map(headText);
    await refuseOtherRedactions(this.parts, heads, (note) => this.opened(note));
    const destroyed = destroyedLines(heads, await tree.redactions());
    const access = await this.parts.accessHead();
    const text = anchorText(p, {
      time: madeAt,
      ...listHashes(texts, destroyed),
      access,
      keys: this.parts.keysGeneration(),
    });
    const { size, note } = await tree.addCheckpoint(text, (head) => {
      const tree = checkpointText(p, { origin: this.key.name, ...head });
      const once = signNote(p, tree, this.key, signWith(signingKey));
      return next === undefined ? once : signNoteToo(p, once, this.noteKeyOf(next), signWith(next));
    });
    const from = [...new Set([...asked, ...earlier])].sort((a, b) => a - b);
    const consistency = [];
    for (const first of from)
      consistency.push({ from: first, proof: toBase64(await tree.consistency(first, size)) });
    const proof = toBase64(await tree.inclusion(size - 1, size));
    const lists = {
      format: listsFormat,
      anchor: { text, proof },
      heads: texts,
      destroyed,
      consistency,
    } as const;
    const made = { madeAt, size, note, lists };
    this.parts.keep?.(made);
    return made;
  }

  /**
   * Compares the store with its tree, the tree with the checkpoints in it, and both with a checkpoint from outside.
   * @param outside the note, its lists if the caller has them, and the key that must have signed it (default: the store's own)
   */
  async verify(outside?: {
    readonly note: string;
    readonly lists?: CheckpointLists;
    readonly key?: KeyObject;
  }): Promise<TreeVerification> {
    const { order, tree, keysGeneration, storeId } = this.parts;
    const signer = this.signer();
    const by = outside?.key === undefined ? signer : { storeId, publicKey: outside.key };
    const check = { order, tree, keysGeneration: keysGeneration(), signer };
    return verifySignedTree(check, outside === undefined ? [] : [{ ...outside, signer: by }]);
  }

  /** False if nothing was ever added to the tree, or its file is new. */
  async hasTree(): Promise<boolean> {
    return (await this.parts.tree.size()) > 0;
  }

  /** Whether the tree begins with a tree that was signed. An empty one does not. */
  async beginsWith({ size, root }: Pick<SignedEnd, 'size' | 'root'>): Promise<boolean> {
    const { tree } = this.parts;
    return (await tree.size()) >= size && sameBytes(await tree.root(size), root);
  }

  /** Compares the store with the heads of its streams that were signed, without a tree. */
  signedHeads(heads: SignedEnd['heads']): Promise<readonly TreeProblem[]> {
    return checkHeads(this.parts.order, heads);
  }

  /**
   * The heads of the access log that checkpoints signed: those that the tree keeps, and one from outside. `verify` checks the checkpoints themselves.
   * @param outside the lists beside a checkpoint from outside
   */
  async accessHeads(
    outside?: CheckpointLists,
  ): Promise<readonly { readonly entries: number; readonly hash: string }[]> {
    const kept = (await this.parts.tree.checkpoints()).map(({ anchor }) => anchor);
    const anchors = outside === undefined ? kept : [...kept, outside.anchor.text];
    return anchors.flatMap(anchorIn).map(({ access: { count, hash } }) => ({
      entries: count,
      hash: Buffer.from(hash).toString('hex'),
    }));
  }

  /**
   * The history of one stream with its proof, for a new checkpoint or for one from outside, which witnesses may have cosigned.
   * @returns undefined if there is no such stream, or was none at that checkpoint
   * @throws NotAProof if the checkpoint is not of this store; StreamErased
   */
  async prove(
    stream: StreamName,
    options: FileProofOptions & {
      readonly under?: { readonly note: string; readonly lists?: CheckpointLists };
    },
  ): Promise<ProofBundle | undefined> {
    const { note, lists } = options.under ?? (await this.checkpoint());
    const checkpoint = this.opened(note);
    if (typeof checkpoint === 'string') throw new NotAProof('the note was not signed by this store');
    if (lists === undefined) throw new NotAProof('the lists of the checkpoint do not lie beside its note');
    checkLists(lists, checkpoint);
    if (!sameBytes(await this.parts.tree.root(checkpoint.size), checkpoint.root))
      throw new NotAProof('the store’s tree does not begin with the one that was signed; verify says more');
    return proveStream(this.parts, stream, { note, size: checkpoint.size, lists }, options);
  }

  /** Copies the tree into a new file while it is in use. */
  copyTree(file: string): Promise<void> {
    return this.parts.tree.copyTo(file);
  }

  private sizeOf(note: string): number {
    const checkpoint = this.opened(note);
    if (typeof checkpoint === 'string') throw new NotAProof('the note was not signed by this store');
    return checkpoint.size;
  }

  /** What a note of this store says, or why it is not believed. */
  private opened(note: string): ReturnType<typeof openCheckpoint> {
    return openCheckpoint(note, this.signer());
  }

  private signer(): ExpectedSigner {
    const { storeId, signingKey, keyChanges } = this.parts;
    const present = createPublicKey(signingKey);
    return { storeId, publicKey: present, earlier: earlierSigners(keyChanges(), { present, storeId }) };
  }

  private noteKeyOf(key: KeyObject): NoteKey {
    const { municipality, storeId } = this.parts;
    return { name: originOf(municipality, storeId), type: 1, raw: rawPublicKey(key) };
  }
}

const readMoment = (anchor: string): string | undefined => /^time (\S+)$/m.exec(anchor)?.[1];
