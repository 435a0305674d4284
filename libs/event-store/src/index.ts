export * from './port';
export * from './append-once';
export { textSealWith } from './sealing/text-seal';
export { ClockLeapt } from './clock-guard';
export { readSlots, TwoSlots } from './two-slots';
export { layoutOf, layoutOfNew, refuseOtherLayout } from './database-layout';
export { asUnusable, guarded, isDamage, type DamageAdvice } from './database-fault';
