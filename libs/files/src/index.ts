export { fileOfStream, streamOfFile } from './file-stream';
export { FileRepository } from './file-repository';
export { ErasureRepository } from './erasure-repository';
export { LoadedFile } from './loaded-file';
export { RulesetRepository } from './ruleset-repository';
