/** The history of one file with everything that proves it. `verifier/verifier.mjs` checks it with a public key alone. All hashes are in base64. */
export interface ProofBundle {
  readonly format: typeof bundleFormat;
  /** The signed note, with the cosignatures of witnesses. */
  readonly checkpoint: string;
  /** The last leaf of the signed tree. */
  readonly anchor: { readonly text: string; readonly proof: readonly string[] };
  /** The head of the file's stream in the tree of heads. */
  readonly head: { readonly index: number; readonly text: string; readonly proof: readonly string[] };
  /** All events of the file up to its head. */
  readonly events: readonly ProvedEvent[];
  /** One proof that all events are leaves of the signed tree. */
  readonly order: readonly string[];
}

export interface ProvedEvent {
  /** The event's leaf: its place in the order of the whole store. */
  readonly index: number;
  /** Canonical JSON. */
  readonly envelope: string;
  /** The sealed text, in base64: 16 random bytes and the payload's JSON. Left out: the payload is not shown. */
  readonly plain?: string;
}

export const bundleFormat = 'roda-traden-proof/v1';
