export { benchRow, type BenchRow } from './bench-row';
export { median } from './timing';
export type { BenchHouse, OpenBenchHouse } from './bench-house';
export { benchRebuild, type RebuildBenchOptions } from './rebuild.bench';
export { benchReplay } from './replay.bench';
export { benchQuestions, type QuestionsBenchOptions } from './questions.bench';
export { fillStore, withIdsOfFile, type FilesOwner } from './histories';
