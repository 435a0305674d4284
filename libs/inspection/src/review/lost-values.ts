import { reviewOfStream } from '@rt/domain';
import { HistoryDamaged, type EventStore, type SealedValues } from '@rt/event-store';
import { commitmentTo } from '../draw/seed';
import { sha256Hex } from './drawn-from';
import { reviewState, type ReviewState } from './review-stream';

/**
 * The plans that are neither drawn nor closed and whose sealed value is gone, damaged or another one than the plan is bound to: no sample can be drawn from
 * them. A review that cannot be read is left out.
 */
export const plansWithLostValue = async (
  store: EventStore & SealedValues,
): Promise<readonly { readonly stream: string; readonly revision: number }[]> => {
  const lost = [];
  for await (const { stream } of store.streams()) {
    const reviewId = reviewOfStream(stream);
    if (reviewId === undefined) continue;
    const state = await reviewState(store, reviewId).catch((error: unknown): ReviewState => {
      if (error instanceof HistoryDamaged) return {};
      throw error;
    });
    const { planned, drawn, closed } = state;
    const commitment = planned?.data.commitment ?? null;
    if (planned === undefined || commitment === null || drawn !== undefined || closed !== undefined) continue;
    const value = await store.sealedValue(stream);
    if (value === undefined || commitmentTo(value, sha256Hex) !== commitment)
      lost.push({ stream, revision: planned.revision });
  }
  return lost;
};
