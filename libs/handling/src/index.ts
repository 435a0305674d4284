export { HandlingModule, type HandlingPorts } from './handling.module';
export { Handling } from './handling';
export type { RecordAnswer, RecordedStep } from './commands';
export type { AccessRequest, Actor, Authorise, ConfigurationSource } from './ports';
export { PERMISSIONS, type Permission } from './permission';
export { Refused, type FieldError, type RefusedCode } from './refused';
export { STEP_MODULES, definitionOf } from './steps';
export { TITLES } from './titles';
export type { Text } from './text';
