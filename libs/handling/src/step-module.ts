import { Inject, Injectable, Module, type Type } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { decide, type Command as DomainCommand, type FileId, type Situation } from '@rt/domain';
import type { EventDefinition, StepDefinition } from './define-step';
import { AUTHORISE, type Actor, type Authorise } from './ports';
import { refusedFor } from './refused';

/** A step of a file that was read: may this actor record it, and is it possible? */
export interface StepRequest {
  readonly actor: Actor;
  readonly fileId: FileId;
  readonly command: DomainCommand;
  readonly situation: Situation;
}

/** What goes over the command bus for one event. Every handling step has a class of its own. */
export abstract class StepCommand extends Command<void> {
  constructor(readonly request: StepRequest) {
    super();
  }
}

/** The Nest module of a handling step, the command that it handles, and what it was made from. */
export type StepModule = Type & {
  readonly definition: StepDefinition;
  readonly CommandOfStep: new (request: StepRequest) => StepCommand;
};

/** Makes the command, its one handler, and the Nest module that holds it. */
export const stepModule = (definition: StepDefinition): StepModule => {
  class CommandOfStep extends StepCommand {}
  named(CommandOfStep, definition.step);

  @Injectable()
  @CommandHandler(CommandOfStep)
  class Handler implements ICommandHandler<CommandOfStep> {
    constructor(@Inject(AUTHORISE) private readonly authorise: Authorise) {}

    /** @throws Refused: NOT_ALLOWED, and whatever the domain refuses */
    async execute({ request: { actor, fileId, command, situation } }: CommandOfStep): Promise<void> {
      const { permission } = definition.events[command.type] as EventDefinition;
      if (!(await this.authorise.allows({ actor, permission, fileId, file: situation.file, command })))
        throw refusedFor('NOT_ALLOWED', 'type');
      const verdict = decide(command, situation);
      if (!verdict.accepted)
        throw refusedFor(verdict.refusal.code, verdict.refusal.field, verdict.refusal.details);
    }
  }

  @Module({ providers: [named(Handler, `${definition.step} handler`)] })
  class ModuleOfStep {
    static readonly definition = definition;
    static readonly CommandOfStep = CommandOfStep;
  }
  return named(ModuleOfStep, `${definition.step} module`);
};

/** A class that Nest's log and stack traces can tell from its sisters. */
const named = <C extends object>(made: C, name: string): C =>
  Object.defineProperty(made, 'name', { value: name });
