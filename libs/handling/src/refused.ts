import type { Text } from '@rt/domain';
import type { RefusedCode } from './refused-codes';
import { REFUSAL_TEXTS, type RefusalDetails } from './refusal-texts';

/** An error in one field, and what would be right. `code` is a `RefusedCode` or the name of a constraint. */
export interface FieldError extends Text {
  /** Path in the request: `data.goals[2].text`, or `[1].data.orderId` if there are several steps. Empty: the request as a whole. */
  readonly field: string;
  readonly code: string;
  /** What may stand there, if that is a list of codes. */
  readonly allowed?: readonly string[];
  /** The ids of files that the error is about, as far as the caller may learn them. */
  readonly files?: readonly string[];
}

/** The request was not carried out, and nothing was stored. No message repeats a text that a user wrote. */
export class Refused extends Error {
  override readonly name = 'Refused';

  constructor(
    readonly code: RefusedCode,
    readonly errors: readonly FieldError[],
  ) {
    super(errors.map(({ field, en }) => (field === '' ? en : `${field}: ${en}`)).join(' '));
  }
}

/** Puts the label of the field before a text about it. */
export const labelled = (label: Text | undefined, { sv, en }: Text): Text =>
  label === undefined ? { sv, en } : { sv: `${label.sv}: ${lowered(sv)}`, en: `${label.en}: ${lowered(en)}` };

const lowered = (sentence: string): string => sentence.charAt(0).toLowerCase() + sentence.slice(1);

/** @param label the label of the field, if the error is about one */
export const fieldError = (
  code: RefusedCode,
  field: string,
  details: RefusalDetails = {},
  label?: Text,
): FieldError => ({
  field,
  code,
  ...labelled(label, REFUSAL_TEXTS[code](details)),
  ...(typeof details['known'] === 'string' && { allowed: details['known'].split(', ') }),
});

export const refusedFor = (
  code: RefusedCode,
  field: string,
  details?: RefusalDetails,
  label?: Text,
): Refused => new Refused(code, [fieldError(code, field, details, label)]);

/** Adds the place of the step to a refusal. The place is empty if the request has one step. */
export const inPlace = async <T>(place: string, work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    if (place === '' || !(error instanceof Refused)) throw error;
    throw new Refused(
      error.code,
      error.errors.map((found) => ({ ...found, field: `${place}.${found.field}` })),
    );
  }
};
