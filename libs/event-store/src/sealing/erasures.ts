import type { EventLog } from '../log';
import { erasuresPrefix, HistoryDamaged, type StreamName } from '../port';
import { envelopeOf } from './event-sealing';
import type { KeyVault } from './key-vault';
import { openPayload } from './opening';
import { payloadJson } from './payload';

/** The last event of an erased stream, as the record of the erasure says it. */
export interface ErasureRecord {
  readonly lastRevision: number;
  readonly lastHash: string;
}

/**
 * The streams whose erasure is recorded, in the streams `erasures-<board>`. A record counts only if its payload opens, because that authenticates the
 * envelope which names the erased stream. So a stream that is merely missing never passes for an erased one. The records are cached, and each question
 * reads only what was recorded since.
 */
export class Erasures {
  private readonly records = new Map<StreamName, ErasureRecord>();
  private readonly read = new Map<StreamName, number>();

  constructor(
    private readonly log: EventLog,
    private readonly vault: KeyVault,
  ) {}

  /** @throws HistoryDamaged if the records themselves are damaged */
  async of(stream: StreamName): Promise<ErasureRecord | undefined> {
    await this.follow();
    return this.records.get(stream);
  }

  /** The names of all streams whose erasure is recorded. */
  async all(): Promise<readonly StreamName[]> {
    await this.follow();
    return [...this.records.keys()];
  }

  private async follow(): Promise<void> {
    for (const stream of await this.log.streamsWithPrefix(erasuresPrefix)) {
      const from = this.read.get(stream) ?? 0;
      for (const event of await this.log.readStream(stream, { from })) {
        const envelope = envelopeOf(event);
        const plain = await openPayload(this.vault, envelope, event).catch(() => undefined);
        if (plain === undefined) throw new HistoryDamaged(stream, event.revision, event.position);
        const { lastRevision, lastHash } = JSON.parse(payloadJson(envelope, plain)) as ErasureRecord;
        if (envelope.erases !== undefined) this.records.set(envelope.erases, { lastRevision, lastHash });
        this.read.set(stream, event.revision + 1);
      }
    }
  }
}
