export { makeDemo, type Demo } from './demo';
export { DemoClock } from './demo-clock';
export { describeDemo, type DemoDescription } from './describe-demo';
export { writeDemo, type DemoWritten } from './write-demo';
