export * from './rule';
export * from './status';
export * from './register';
export * from './ruleset';
export * from './findings';
export * from './replay';
export { orderOverOn } from './order-over';
export * from './plan-order-comparison';
export * from './similar-text';
