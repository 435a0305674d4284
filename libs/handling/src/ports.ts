import type { Command, FileId, PersonalFile, RecordingPermission, UnitId, BoardId, UserId } from '@rt/domain';

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

/** What the write side knows of a rule: it adopts settings of rules, and does not know what they check. */
export interface KnownRule {
  readonly id: string;
  /** Whether the law sets its duty. Then it cannot be paused. */
  readonly restsOnLaw: boolean;
}

/** Names under which Nest hands out the ports: an interface is gone when the program runs. */
export const CLOCK = Symbol('Clock');
export const AUTHORISE = Symbol('Authorise');
export const USER_DIRECTORY = Symbol('UserDirectory');
/** The rules there are. */
export const KNOWN_RULES = Symbol('KnownRules');
/** The key of the request hash. */
export const REQUEST_KEY = Symbol('RequestKey');
