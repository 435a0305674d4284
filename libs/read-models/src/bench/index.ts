export { benchRow, type BenchRow } from './bench-row';
export { median } from './timing';
export { benchRebuild } from './rebuild.bench';
export { benchReplay } from './replay.bench';
export { benchQuestions } from './questions.bench';
export { fillStore, withIdsOfFile } from './histories';
