import type { KeyObject } from 'node:crypto';
import { Module, type DynamicModule } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import type { Clock } from '@rt/event-store';
import { FileRepository, RulesetRepository, UnitRepository } from '@rt/files';
import { EraseFileHandler } from './erasure/erasure.handler';
import { Handling } from './handling';
import {
  AUTHORISE,
  CLOCK,
  KNOWN_FILES,
  KNOWN_RULES,
  REQUEST_KEY,
  USER_DIRECTORY,
  type Authorise,
  type KnownFiles,
  type KnownRule,
  type UserDirectory,
} from './ports';
import { PreviewHandler } from './preview.handler';
import { AdoptSettingsHandler } from './ruleset/ruleset.handler';
import { STEP_MODULES } from './steps';
import { RecordInUnitHandler } from './unit/unit.handler';

/** The ports that an app gives to the write side. */
export interface HandlingPorts {
  /** Loads the files of the store, with the cache of this thread. */
  readonly files: FileRepository;
  readonly clock: Clock;
  readonly authorise: Authorise;
  readonly directory: UserDirectory;
  /** Left out where no read model is at hand, as in tests of the write side alone: then nothing is known to be there already. */
  readonly knownFiles?: KnownFiles;
  /** Secret key of the installation. If it is changed, a repeated command is refused, because its body gets another hash. */
  readonly requestKey: KeyObject;
  /** Loads the municipality's own settings, with the cache of this thread. */
  readonly ruleset: RulesetRepository;
  /** Loads what was recorded of the units' work. */
  readonly units: UnitRepository;
  /** The rules whose settings can be adopted. */
  readonly rules: readonly KnownRule[];
}

const NONE_KNOWN: KnownFiles = { sharing: async () => ({ exist: false, shown: [] }) };

/** The write side: one module per handling step, and what they share. */
@Module({})
export class HandlingModule {
  static with(ports: HandlingPorts): DynamicModule {
    const {
      files,
      clock,
      authorise,
      directory,
      requestKey,
      ruleset,
      units,
      rules,
      knownFiles = NONE_KNOWN,
    } = ports;
    return {
      module: HandlingModule,
      // Global, so that the handlers in the modules of the steps get the ports.
      global: true,
      imports: [CqrsModule.forRoot(), ...Object.values(STEP_MODULES)],
      providers: [
        { provide: CLOCK, useValue: clock },
        { provide: AUTHORISE, useValue: authorise },
        { provide: USER_DIRECTORY, useValue: directory },
        { provide: REQUEST_KEY, useValue: requestKey },
        { provide: KNOWN_FILES, useValue: knownFiles },
        { provide: KNOWN_RULES, useValue: rules },
        { provide: FileRepository, useValue: files },
        { provide: RulesetRepository, useValue: ruleset },
        { provide: UnitRepository, useValue: units },
        AdoptSettingsHandler,
        EraseFileHandler,
        RecordInUnitHandler,
        PreviewHandler,
        Handling,
      ],
      exports: [
        AUTHORISE,
        CLOCK,
        KNOWN_FILES,
        KNOWN_RULES,
        REQUEST_KEY,
        USER_DIRECTORY,
        FileRepository,
        RulesetRepository,
        UnitRepository,
        Handling,
      ],
    };
  }
}
