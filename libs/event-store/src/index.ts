export * from './port';
export * from './append-once';
export { ClockLeapt } from './clock-guard';
export { readSlots, TwoSlots } from './two-slots';
export { asUnusable, guarded, isDamage, type DamageAdvice } from './database-fault';
