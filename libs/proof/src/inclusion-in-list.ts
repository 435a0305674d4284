import { rootOf } from './growing-root';
import { split, type Hashing } from './hashing';

/** RFC 6962 2.1.1 for a small tree whose leaf hashes are all in memory: the audit path of one of them. */
export const inclusionIn = (
  hashing: Hashing,
  leafHashes: readonly Uint8Array[],
  index: number,
): Uint8Array[] => {
  if (leafHashes.length <= 1) return [];
  const k = split(leafHashes.length);
  const [left, right] = [leafHashes.slice(0, k), leafHashes.slice(k)];
  return index < k
    ? [...inclusionIn(hashing, left, index), rootOf(hashing, right)]
    : [...inclusionIn(hashing, right, index - k), rootOf(hashing, left)];
};
