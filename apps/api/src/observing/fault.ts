/** What the log may know of an error that nobody foresaw. Its message is left out: it may quote what a person wrote. */
export interface Fault {
  readonly name: string;
  readonly code?: string;
  readonly at: readonly string[];
}

const framesMax = 12;

export const faultOf = (error: unknown): Fault => {
  if (!isErrorLike(error)) return { name: typeof error, at: [] };
  const { name, code, stack = '' } = error;
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line));
  return {
    name,
    ...(typeof code === 'string' && { code }),
    at: frames.slice(0, framesMax).map((frame) => frame.trim()),
  };
};

/** By shape: an error may come from another realm. */
const isErrorLike = (error: unknown): error is { name: string; code?: unknown; stack?: string } =>
  typeof error === 'object' && error !== null && 'name' in error && typeof error.name === 'string';
