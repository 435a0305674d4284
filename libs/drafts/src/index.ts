export * from './draft';
export type { DraftStore } from './draft-store';
