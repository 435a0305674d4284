import type { Answered, HttpClient } from './http-client';

/** One step that was sent, once or more, always with the same key. `answer` is set once an answer has arrived. */
export interface SentStep {
  readonly key: string;
  readonly text: string;
  answer?: string;
}

/** A user who records steps in one file, opens it in between, and remembers the answers. */
export class Writer {
  readonly steps: SentStep[] = [];
  /** How many requests to open the file were answered. */
  opened = 0;
  /** How many requests to open the file were sent. */
  asked = 0;

  constructor(
    readonly client: HttpClient,
    readonly fileId: string,
    private readonly name: string,
    private readonly purpose: Readonly<Record<string, string>>,
  ) {}

  /**
   * Records steps and opens the file until a request fails, or an answer says that the server closes the connection. A step whose request
   * failed keeps no `answer`.
   * @returns the error that ended the work, if there was one
   */
  async work(url: string, onAnswer: () => void): Promise<Error | undefined> {
    try {
      for (;;) {
        const { headers } = await this.log(url);
        onAnswer();
        if (headers.connection === 'close') return undefined;
        if (this.steps.length % 3 !== 0) continue;
        const opening = await this.open(url);
        onAnswer();
        if (opening.headers.connection === 'close') return undefined;
      }
    } catch (error) {
      this.client.hangUp();
      return error as Error;
    }
  }

  /** Sends the last step again. Whether it was stored before or not, it must be answered now. */
  async repeat(url: string): Promise<void> {
    const last = this.steps.at(-1);
    if (last !== undefined) await this.send(url, last);
  }

  private log(url: string): Promise<Answered> {
    const text = `${this.name}: anteckning ${this.steps.length}`;
    const step = { key: text.replaceAll(' ', '-'), text };
    this.steps.push(step);
    return this.send(url, step);
  }

  private async send(url: string, step: SentStep): Promise<Answered> {
    const answer = await this.client.ask(url, {
      method: 'POST',
      address: `/api/v1/files/${this.fileId}/events`,
      headers: { 'idempotency-key': step.key },
      body: { type: 'NoteWritten', occurredOn: '2026-03-02', data: { text: step.text } },
    });
    expect([step.text, answer.status, answer.text]).toEqual([step.text, 201, step.answer ?? answer.text]);
    step.answer = answer.text;
    return answer;
  }

  private async open(url: string): Promise<Answered> {
    this.asked += 1;
    const answer = await this.client.ask(url, {
      address: `/api/v1/files/${this.fileId}`,
      headers: this.purpose,
    });
    expect(answer.status).toBe(200);
    this.opened += 1;
    return answer;
  }
}
