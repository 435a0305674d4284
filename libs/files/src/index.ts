export { fileOfStream, streamOfFile } from './file-stream';
export { FileRepository } from './file-repository';
export { LoadedFile } from './loaded-file';
export type { LoadedRuleset } from './loaded-ruleset';
export { RulesetRepository } from './ruleset-repository';
