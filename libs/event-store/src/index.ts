export * from './port';
export * from './append-once';
export { ClockLeapt } from './clock-guard';
export { asUnusable, guarded, isDamage, type DamageAdvice } from './database-fault';
