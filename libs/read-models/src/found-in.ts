import { findingsOf, type Finding, type InForce } from '@rt/rules';
import type { LoadedFile } from '@rt/files';

const found = new WeakMap<LoadedFile, { readonly inForce: InForce; readonly findings: readonly Finding[] }>();

/** The findings of a file, computed once for all models that use them. */
export const foundIn = (loaded: LoadedFile, inForce: InForce): readonly Finding[] => {
  const known = found.get(loaded);
  if (known?.inForce === inForce) return known.findings;
  const findings = findingsOf(loaded.file, inForce.ruleset, inForce.configuration);
  found.set(loaded, { inForce, findings });
  return findings;
};
