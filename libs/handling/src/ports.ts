import type {
  Command,
  Configuration,
  FileId,
  PersonalFile,
  RecordingPermission,
  UnitId,
  BoardId,
  UserId,
} from '@rt/domain';

/** Who acts, as whoever let them in established it: nothing here is taken from the request. */
export interface Actor {
  readonly userId: UserId;
  readonly unitId: UnitId;
  readonly boardId: BoardId;
  readonly roles: readonly string[];
  readonly onBehalfOf?: UserId;
  readonly origin: 'user' | 'provider' | 'import';
}

/** Whether somebody may do something. Relation to a file is read from the file: assignments, the board, the unit. */
export interface Authorise {
  allows(request: AccessRequest): Promise<boolean>;
}

export interface AccessRequest {
  readonly actor: Actor;
  readonly permission: RecordingPermission;
  /** The file as it is known now; left out where none is concerned, or none is there. */
  readonly fileId?: FileId;
  readonly file?: PersonalFile;
  /** The step that is to be recorded, alone, its ids filled in; left out where it is none. */
  readonly command?: Command;
}

/** The municipality's register of users, as far as the write side asks it. */
export interface UserDirectory {
  /** Undefined if no user has the id. A user without a board serves the whole city, or a provider. */
  find(userId: string): Promise<{ readonly boardId?: string } | undefined>;
}

/** Where the municipality's own lists come from. */
export interface ConfigurationSource {
  current(): Promise<Configuration>;
}

/** Names under which Nest hands out the ports: an interface is gone when the program runs. */
export const EVENT_STORE = Symbol('EventStore');
export const CLOCK = Symbol('Clock');
export const AUTHORISE = Symbol('Authorise');
export const USER_DIRECTORY = Symbol('UserDirectory');
export const CONFIGURATION = Symbol('ConfigurationSource');
/** The key of the request hash. */
export const REQUEST_KEY = Symbol('RequestKey');
/** The stream of the municipality's own settings. */
export const RULESET_STREAM = Symbol('RulesetStream');
