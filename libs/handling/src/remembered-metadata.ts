import { getMetadataStorage, type MetadataStorage } from 'class-validator';

type Target = Parameters<MetadataStorage['getTargetValidationMetadatas']>[0];
type Metadatas = ReturnType<MetadataStorage['getTargetValidationMetadatas']>;

/**
 * class-validator looks through every decorated class of the program for each object it checks, to find what is inherited; that is
 * two thirds of its time here. What it finds never changes once the classes are there, so it is remembered per class and options.
 */
export const rememberMetadata = (): void => {
  const storage = getMetadataStorage();
  const find = storage.getTargetValidationMetadatas.bind(storage);
  const remembered = new Map<Target, Map<string, Metadatas>>();
  storage.getTargetValidationMetadatas = (target, ...options) => {
    let ofTarget = remembered.get(target);
    if (ofTarget === undefined) remembered.set(target, (ofTarget = new Map()));
    const key = JSON.stringify(options);
    let found = ofTarget.get(key);
    if (found === undefined) ofTarget.set(key, (found = find(target, ...options)));
    return found;
  };
};
