/** The parts of an unexpected error that may be logged. The message is left out, because it may quote a text that a user wrote. */
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

/** Checks the shape, not the class: an error from another realm has another class. */
const isErrorLike = (error: unknown): error is { name: string; code?: unknown; stack?: string } =>
  typeof error === 'object' && error !== null && 'name' in error && typeof error.name === 'string';
