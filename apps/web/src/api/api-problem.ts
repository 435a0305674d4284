/** One thing that the API did not accept: where, and what would be right, in the reader's language. */
export interface ProblemAt {
  readonly field: string;
  readonly code: string;
  readonly text: string;
}

/** The API refused, in words: the code is for the program, the title for the reader. */
export class ApiProblem extends Error {
  readonly code: string;
  readonly errors: readonly ProblemAt[];

  constructor(
    readonly status: number,
    body: unknown,
  ) {
    const { title, code, errors } = (body ?? {}) as {
      readonly title?: string;
      readonly code?: string;
      readonly errors?: readonly ProblemAt[];
    };
    super(title ?? `HTTP ${status}`);
    this.name = 'ApiProblem';
    this.code = code ?? 'UNKNOWN';
    this.errors = errors ?? [];
  }
}

/** The server did not answer at all. */
export class NoConnection extends Error {
  constructor(options: ErrorOptions) {
    super('The server does not answer.', options);
    this.name = 'NoConnection';
  }
}
