import { ApiProblem, NoConnection } from '../api/api-problem';

/** What is known of the draft on the server. `waiting`: it could not be saved now and is tried again. `refused`: it will not be. */
export type DraftState =
  | { readonly is: 'none' }
  | { readonly is: 'saved'; readonly at: string }
  | { readonly is: 'waiting' }
  | { readonly is: 'refused'; readonly code: string };

/** While somebody writes, the draft is saved this often. */
const PAUSE_MS = 2_000;
const RETRY_MS = 3_000;

/** Refusals that may end by themselves: the session, too many requests, a server that cannot write now. */
const mayEnd = (error: unknown): boolean =>
  error instanceof NoConnection ||
  (error instanceof ApiProblem && (error.status === 401 || error.status === 429 || error.status >= 500));

/** Saves what is written in a form, a moment after it was written, one request at a time, and the last words in any case. */
export class DraftSaver<Written> {
  private waiting: { readonly values: Written } | undefined;
  private timer: number | undefined;
  private isSending = false;
  private isOver = false;

  /** @param send saves the values and gives the instant. `leaving`: the page is about to go away */
  constructor(
    private readonly send: (values: Written, leaving: boolean) => Promise<string>,
    private readonly tell: (state: DraftState) => void,
  ) {}

  changed(values: Written): void {
    this.waiting = { values };
    this.later(PAUSE_MS);
  }

  /** Saves at once what has not been saved: the form is about to go away. */
  flush(): void {
    window.clearTimeout(this.timer);
    this.timer = undefined;
    void this.save(true);
  }

  /** Nothing is saved any more: the step is recorded, or the draft discarded. */
  end(): void {
    this.isOver = true;
    window.clearTimeout(this.timer);
  }

  private later(ms: number): void {
    if (this.timer !== undefined || this.isSending || this.isOver) return;
    this.timer = window.setTimeout(() => {
      this.timer = undefined;
      void this.save(false);
    }, ms);
  }

  private async save(leaving: boolean): Promise<void> {
    const { waiting } = this;
    if (waiting === undefined || this.isOver || (this.isSending && !leaving)) return;
    this.waiting = undefined;
    this.isSending = true;
    const state = await this.send(waiting.values, leaving).then(
      (at): DraftState => ({ is: 'saved', at }),
      (error: unknown): DraftState =>
        mayEnd(error)
          ? { is: 'waiting' }
          : { is: 'refused', code: error instanceof ApiProblem ? error.code : '' },
    );
    this.isSending = false;
    if (this.isOver) return;
    // What was written meanwhile is newer.
    if (state.is === 'waiting') this.waiting ??= waiting;
    this.tell(state);
    if (this.waiting !== undefined) this.later(state.is === 'waiting' ? RETRY_MS : PAUSE_MS);
  }
}
