import { Inject, Injectable, Module, type Type } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  decide,
  type Command as DomainCommand,
  type FileId,
  type PersonalFileEventType,
  type Situation,
  type Step,
} from '@rt/domain';
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

/** What goes over the command bus for one event. Every event type has a class of its own: `stepCommand` knows it. */
abstract class StepCommand extends Command<void> {
  constructor(readonly request: StepRequest) {
    super();
  }
}

const commands = new Map<PersonalFileEventType, new (request: StepRequest) => StepCommand>();

/** The command of an event's type. @throws where no module of the step was made */
export const stepCommand = (request: StepRequest): Command<void> => {
  const CommandOfType = commands.get(request.command.type);
  if (CommandOfType === undefined) throw new Error(`no step lists ${request.command.type}`);
  return new CommandOfType(request);
};

/** The Nest module of a handling step, and the list it was made from. */
export type StepModule<S extends Step> = Type & { readonly definition: StepDefinition<S> };

/** Makes the command handler of every event type that a step lists, and the Nest module that holds them. */
export const stepModule = <S extends Step>(definition: StepDefinition<S>): StepModule<S> => {
  const handlers = (Object.entries(definition.events) as [PersonalFileEventType, EventDefinition][]).map(
    ([type, event]) => handlerOf(type, event),
  );
  @Module({ providers: handlers })
  class ModuleOfStep {
    static readonly definition = definition;
  }
  return named(ModuleOfStep, `${definition.step} module`);
};

const handlerOf = (type: PersonalFileEventType, { permission }: EventDefinition): Type => {
  class CommandOfType extends StepCommand {}
  commands.set(type, named(CommandOfType, type));

  @Injectable()
  @CommandHandler(CommandOfType)
  class Handler implements ICommandHandler<CommandOfType> {
    constructor(@Inject(AUTHORISE) private readonly authorise: Authorise) {}

    /** @throws Refused: NOT_ALLOWED, and whatever the domain refuses */
    async execute({ request: { actor, fileId, command, situation } }: CommandOfType): Promise<void> {
      const { file } = situation;
      if (!(await this.authorise.allows({ actor, permission, fileId, file, command })))
        throw refusedFor('NOT_ALLOWED', 'type');
      const verdict = decide(command, situation);
      if (!verdict.accepted)
        throw refusedFor(verdict.refusal.code, verdict.refusal.field, verdict.refusal.details);
    }
  }
  return named(Handler, `${type} handler`);
};

/** A class that Nest's log and stack traces can tell from its sisters. */
const named = <C extends object>(made: C, name: string): C =>
  Object.defineProperty(made, 'name', { value: name });
