export * from './port';
export * from './append-once';
