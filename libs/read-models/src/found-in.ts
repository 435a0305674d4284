import { findingsOf, type Finding } from '@rt/rules';
import type { FileReading, InForce } from './read-model';

const found = new WeakMap<
  FileReading,
  { readonly inForce: InForce; readonly findings: readonly Finding[] }
>();

/** What the rules find in a file, asked once for all the models that are made of it. */
export const foundIn = (reading: FileReading, inForce: InForce): readonly Finding[] => {
  const known = found.get(reading);
  if (known?.inForce === inForce) return known.findings;
  const findings = findingsOf(reading.file, inForce.ruleset, inForce.configuration);
  found.set(reading, { inForce, findings });
  return findings;
};
