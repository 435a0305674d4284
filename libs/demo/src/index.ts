export { makeDemo, scriptsOf, DEMO_SEED, type Demo } from './demo';
export { DemoClock } from './demo-clock';
export { describeDemo, type DemoDescription } from './describe-demo';
export { writeDemo, type DemoHandlers, type DemoWritten, type WritingDemo } from './write-demo';
export type { LivingFile } from './living/files';
export type { BrokenRule } from './living/plot';
export type { DemoActor, FileScript, ScriptedMoment, ScriptedOpening, ScriptedStep } from './script';
