export { benchRow, type BenchRow } from './bench-row';
export { median } from './timing';
export { benchRebuild, type BenchStore, type RebuildBenchOptions } from './rebuild.bench';
export { benchReplay } from './replay.bench';
export { benchQuestions, type QuestionsBenchOptions } from './questions.bench';
export { fillStore, withIdsOfFile, type FilesOwner } from './histories';
