export * from './rule';
export * from './status';
export * from './register';
export * from './ruleset';
export * from './findings';
export * from './replay';
export * from './plan-order-comparison';
export * from './similar-text';
