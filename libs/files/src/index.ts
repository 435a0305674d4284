export { fileOfStream, streamOfFile } from './file-stream';
export { FileRepository } from './file-repository';
export { LoadedFile } from './loaded-file';
export { RulesetRepository } from './ruleset-repository';
export { UnitRepository } from './unit-repository';
