import type { Answered, HttpClient } from './http-client';

/** One step that was sent, perhaps more than once, always under its key; and what was answered, once it was. */
export interface SentStep {
  readonly key: string;
  readonly text: string;
  answer?: string;
}

/** Somebody who logs steps in one file and opens it in between, and remembers what they were told. */
export class Writer {
  readonly steps: SentStep[] = [];
  /** How often an opened file was answered. */
  opened = 0;
  /** How often it was asked for. */
  asked = 0;

  constructor(
    readonly client: HttpClient,
    readonly fileId: string,
    private readonly name: string,
    private readonly purpose: Readonly<Record<string, string>>,
  ) {}

  /**
   * Logs and opens until an answer does not come, or one says that the server hangs up. What was not answered is left without an answer.
   * @returns the error that ended it, where there was one
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

  /** Sends again what was sent last: it may have been stored or not, and is answered in either case. */
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
