import { DataFolderUnusable } from '@rt/event-store';

/** The parts of an unexpected error that may be logged. The message is left out, because it may quote a text that a user wrote. */
export interface Fault {
  readonly name: string;
  readonly code?: string;
  readonly at: readonly string[];
  /** Which file of the data folder is to blame, and what the operator can do. */
  readonly advice?: string;
}

const framesMax = 12;

export const faultOf = (error: unknown): Fault => {
  if (!isErrorLike(error)) return { name: typeof error, at: [] };
  const { name, code, stack = '' } = error;
  const unusable = unusableIn(error);
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line));
  return {
    name,
    ...(typeof code === 'string' && { code }),
    at: frames.slice(0, framesMax).map((frame) => frame.trim()),
    ...(unusable && { advice: unusable.message }),
  };
};

/** The error of a file of the data folder, also where another error says what could not be done because of it. */
export const unusableIn = (error: unknown): DataFolderUnusable | undefined => {
  if (error instanceof DataFolderUnusable) return error;
  return error instanceof Error && error.cause instanceof DataFolderUnusable ? error.cause : undefined;
};

/** Checks the shape, not the class: an error from another realm has another class. */
const isErrorLike = (error: unknown): error is { name: string; code?: unknown; stack?: string } =>
  typeof error === 'object' && error !== null && 'name' in error && typeof error.name === 'string';
