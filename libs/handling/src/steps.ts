import { STEPS, stepOf, type EventDeclaration, type PersonalFileEventType, type Step } from '@rt/domain';
import type { EventDefinition, StepDefinition } from './define-step';
import { dtoOf } from './dto';
import { stepModule, type StepModule } from './step-module';

const definitionOfStep = (step: Step): StepDefinition => {
  const { title, permission, events } = STEPS[step];
  return {
    step,
    title,
    events: Object.fromEntries(
      Object.entries<EventDeclaration>(events).map(([type, declared]) => [
        type,
        {
          title: declared.title,
          permission: declared.permission ?? permission,
          dto: dtoOf(declared.fields, type),
        },
      ]),
    ),
  };
};

/** The handling steps, in the order of the thread. */
export const STEP_MODULES = Object.fromEntries(
  (Object.keys(STEPS) as Step[]).map((step) => [step, stepModule(definitionOfStep(step))]),
) as Readonly<Record<Step, StepModule>>;

/** What the write side knows of an event type. */
export const definitionOf = (type: PersonalFileEventType): EventDefinition =>
  STEP_MODULES[stepOf(type)].definition.events[type] as EventDefinition;
