import type { ServerResponse } from 'node:http';
import { comparePositions, type Position } from '@rt/event-store';
import type { User, WatchedSession } from '@rt/identity';
import { openingText, placeText } from './items';

/** The number of bytes that may wait for a slow client: some hundreds of items. A client that has missed more should reload everything. */
const waitingBytesMax = 65_536;

/**
 * A stream to one browser. If the browser does not read in time, nothing is kept for it: the connection is cut, and the browser reconnects with its
 * last position.
 */
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
   * Begins the response with the missed items, then the items that arrived while those were read. From now on every item is sent at once.
   * @param upTo the position up to which the client then has everything
   */
  begin(missed: string, upTo: Position | undefined): void {
    const { response } = this;
    if (!this.isOpen) return;
    // The connection closes with the stream, so a closing server need not wait for it.
    response.shouldKeepAlive = false;
    // Not compressed: an item is one line, and a compressor per open stream would use more memory than the rest of the stream.
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

  /** @param upTo the position up to which the client has everything with these items */
  send(items: string, upTo?: Position): void {
    const ahead = upTo !== undefined && (this.place === undefined || comparePositions(upTo, this.place) > 0);
    if (ahead) this.place = upTo;
    const text = ahead ? items + placeText(upTo) : items;
    if (text === '') return;
    if (this.held !== undefined) this.held.push(text);
    else this.write(text);
  }

  /** Ends the response after the waiting items. */
  end(): void {
    this.response.end();
  }

  /** Closes the connection at once, even if items are waiting. */
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
