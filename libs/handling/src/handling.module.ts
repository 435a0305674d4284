import type { KeyObject } from 'node:crypto';
import { Module, type DynamicModule } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import type { Clock, EventStore, StreamName } from '@rt/event-store';
import { FileRepository } from '@rt/files';
import { Handling } from './handling';
import {
  AUTHORISE,
  CLOCK,
  CONFIGURATION,
  EVENT_STORE,
  REQUEST_KEY,
  RULESET_STREAM,
  USER_DIRECTORY,
  type Authorise,
  type ConfigurationSource,
  type UserDirectory,
} from './ports';
import { AdoptedConfiguration } from './ruleset/ruleset.configuration';
import { AdoptSettingsHandler } from './ruleset/ruleset.handler';
import { STEP_MODULES } from './steps';

/** The ports that an app gives to the write side. */
export interface HandlingPorts {
  readonly store: EventStore;
  /** Loads the files of the store, with the cache of this thread. */
  readonly files: FileRepository;
  readonly clock: Clock;
  readonly authorise: Authorise;
  readonly directory: UserDirectory;
  /** Secret key of the installation. If it is changed, a repeated command is refused, because its body gets another hash. */
  readonly requestKey: KeyObject;
  /** The stream of the municipality's own settings. */
  readonly rulesetStream: StreamName;
  /** Default: the lists that the municipality has adopted, or the built-in lists before that. */
  readonly configuration?: ConfigurationSource;
}

/** The write side: one module per handling step, and what they share. */
@Module({})
export class HandlingModule {
  static with(ports: HandlingPorts): DynamicModule {
    const { store, clock, authorise, directory, requestKey, rulesetStream } = ports;
    const configuration = ports.configuration ?? new AdoptedConfiguration(store, rulesetStream);
    return {
      module: HandlingModule,
      // Global, so that the handlers in the modules of the steps get the ports.
      global: true,
      imports: [CqrsModule.forRoot(), ...Object.values(STEP_MODULES)],
      providers: [
        { provide: EVENT_STORE, useValue: store },
        { provide: CLOCK, useValue: clock },
        { provide: AUTHORISE, useValue: authorise },
        { provide: USER_DIRECTORY, useValue: directory },
        { provide: CONFIGURATION, useValue: configuration },
        { provide: REQUEST_KEY, useValue: requestKey },
        { provide: RULESET_STREAM, useValue: rulesetStream },
        { provide: FileRepository, useValue: ports.files },
        AdoptSettingsHandler,
        Handling,
      ],
      exports: [AUTHORISE, CLOCK, CONFIGURATION, REQUEST_KEY, USER_DIRECTORY, FileRepository, Handling],
    };
  }
}
