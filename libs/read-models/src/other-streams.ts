import {
  decodeReview,
  decodeUnit,
  reviewOfStream,
  reviewStreamOf,
  unitOfStream,
  unitStreamOf,
  type Recorded,
  type ReviewEvent,
  type ReviewId,
  type UnitEvent,
  type UnitId,
} from '@rt/domain';
import { StreamErased, type EventStore, type StreamName } from '@rt/event-store';

/** What the streams beside the personal files hold, by the kind of stream. */
export interface OtherStreams {
  readonly reviews: { readonly id: ReviewId; readonly recorded: readonly Recorded<ReviewEvent>[] };
  readonly units: { readonly id: UnitId; readonly recorded: readonly Recorded<UnitEvent>[] };
}
export type OtherKind = keyof OtherStreams;

/** A stream beside the personal files, by its kind and its id. */
export interface OtherOwner {
  readonly of: OtherKind;
  readonly id: string;
}

const KINDS = {
  reviews: { idOf: reviewOfStream, streamOf: reviewStreamOf, decode: decodeReview },
  units: { idOf: unitOfStream, streamOf: (id: string) => unitStreamOf(id as UnitId), decode: decodeUnit },
} as const;

export const OTHER_KINDS = Object.keys(KINDS) as readonly OtherKind[];

/** The kind and the id of a stream; undefined for a stream that no read model of other streams follows. */
export const otherOwnerOf = (stream: StreamName): OtherOwner | undefined => {
  for (const of of OTHER_KINDS) {
    const id = KINDS[of].idOf(stream);
    if (id !== undefined) return { of, id };
  }
  return undefined;
};

export const streamOfOther = ({ of, id }: OtherOwner): StreamName => KINDS[of].streamOf(id);

/** The events of a stream; none if it has been erased. @throws UnknownShape if a newer program wrote in it */
export const readOther = async (store: EventStore, owner: OtherOwner): Promise<OtherStreams[OtherKind]> => {
  const stored = await store.readStream(streamOfOther(owner)).catch((error: unknown) => {
    if (error instanceof StreamErased) return [];
    throw error;
  });
  const { decode } = KINDS[owner.of];
  return {
    id: owner.id,
    recorded: stored.map((event) => decode(event)),
  } as unknown as OtherStreams[OtherKind];
};
