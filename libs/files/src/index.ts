export { fileOfStream, streamOfFile } from './file-stream';
export { FileRepository, type FileAppend, type FileRepositoryOptions } from './file-repository';
export { LoadedFile } from './loaded-file';
