/** The API refused, in words: the code is for the program, the title for the reader. */
export class ApiProblem extends Error {
  readonly code: string;

  constructor(
    readonly status: number,
    body: unknown,
  ) {
    const { title, code } = (body ?? {}) as { readonly title?: string; readonly code?: string };
    super(title ?? `HTTP ${status}`);
    this.name = 'ApiProblem';
    this.code = code ?? 'UNKNOWN';
  }
}

/** The server did not answer at all. */
export class NoConnection extends Error {
  constructor(options: ErrorOptions) {
    super('The server does not answer.', options);
    this.name = 'NoConnection';
  }
}
