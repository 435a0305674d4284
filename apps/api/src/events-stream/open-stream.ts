import type { ServerResponse } from 'node:http';
import { comparePositions, type Position } from '@rt/event-store';
import type { User, WatchedSession } from '@rt/identity';
import { openingText, placeText } from './items';

/** Bytes that a slow reader may leave waiting. Some hundreds of items; whoever has more is better off asking for everything. */
const waitingBytesMax = 65_536;

/** One browser that listens. What it does not take in time is not kept for it: it is cut off, comes back and says where it was. */
export class OpenStream {
  private held: string[] | undefined = [];
  private place: Position | undefined;

  constructor(
    public user: User,
    readonly session: WatchedSession,
    private readonly response: ServerResponse,
    private readonly onTooSlow: () => void,
  ) {}

  get isOpen(): boolean {
    return !this.response.writableEnded && !this.response.destroyed;
  }

  /**
   * Begins the answer: what was missed, then what came while that was read. From now on everything is sent at once.
   * @param upTo everything up to here has been told
   */
  begin(missed: string, upTo: Position | undefined): void {
    const { response } = this;
    if (!this.isOpen) return;
    // A connection that is done with its stream is done: a server that closes need not wait for it.
    response.shouldKeepAlive = false;
    // Not compressed: an item is a line, and a compressor for every open stream would take more memory than all the rest of it.
    response.writeHead(200, {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store, no-transform',
      'X-Accel-Buffering': 'no',
    });
    this.place ??= upTo;
    const held = this.held?.join('') ?? '';
    this.held = undefined;
    this.write(openingText + missed + (upTo === undefined ? '' : placeText(upTo)) + held);
  }

  /** @param upTo with these everything up to here has been told */
  send(items: string, upTo?: Position): void {
    const ahead = upTo !== undefined && (this.place === undefined || comparePositions(upTo, this.place) > 0);
    if (ahead) this.place = upTo;
    const text = ahead ? items + placeText(upTo) : items;
    if (text === '') return;
    if (this.held !== undefined) this.held.push(text);
    else this.write(text);
  }

  /** The last of it, whole. */
  end(): void {
    this.response.end();
  }

  /** At once, whatever is waiting. */
  cut(): void {
    this.response.destroy();
  }

  private write(text: string): void {
    if (!this.isOpen) return;
    this.response.write(text);
    if (this.response.writableLength <= waitingBytesMax) return;
    this.onTooSlow();
    this.cut();
  }
}
