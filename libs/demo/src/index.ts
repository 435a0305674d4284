export { makeDemo, type Demo } from './demo';
export { DemoClock } from './demo-clock';
export { DEMO_REVIEW, demoDrawValues, drawDemoReview } from './demo-review';
export { describeDemo, type DemoDescription } from './describe-demo';
export { writeDemo, type DemoWritten } from './write-demo';
