/** Documents that are judged by their parts: which are there, and which are missing. */
import type { Text } from '@rt/domain';
import type { Judged } from './lacks';
import { listed } from './stated';

/** The judgement of a document by its parts. One that has them all lacks nothing. */
export const judgedByParts = <P extends Readonly<Record<string, boolean>>>(
  subject: string,
  parts: P,
): Judged<P> => (Object.values(parts).includes(false) ? { subject, lacks: parts } : { subject });

/** The names of the missing parts: `syfte och mål`. */
export const missingParts = <N extends string>(
  names: Readonly<Record<N, Text>>,
  parts: Readonly<Record<N, boolean>>,
): Text => listed((Object.keys(names) as N[]).flatMap((name) => (parts[name] ? [] : [names[name]])));
