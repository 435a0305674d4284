export { benchAppends, type AppendBenchOptions, type BenchRow } from './append.bench';
