export * from './port';
export * from './append-once';
export { ClockLeapt } from './clock-guard';
