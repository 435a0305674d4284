export * from './job';
export type { JobStore } from './job-store';
