export * from './rule';
export * from './status';
