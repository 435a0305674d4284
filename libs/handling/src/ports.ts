import type { Command, FileId, PersonalFile, RecordingPermission, UnitId, BoardId, UserId } from '@rt/domain';

/** The user who acts, as the app has established it. Nothing here comes from the body of the request. */
export interface Actor {
  readonly userId: UserId;
  readonly unitId: UnitId;
  readonly boardId: BoardId;
  readonly roles: readonly string[];
  readonly onBehalfOf?: UserId;
  readonly origin: 'user' | 'provider' | 'import' | 'operator';
}

/** The port that answers whether an actor has a permission. The relation to a file follows from the file: its assignments, board and unit. */
export interface Authorise {
  allows(request: AccessRequest): Promise<boolean>;
}

export interface AccessRequest {
  readonly actor: Actor;
  readonly permission: RecordingPermission;
  /** The file as it is known now. Left out if the request concerns no file, or if the file does not exist. */
  readonly fileId?: FileId;
  /** Left out if the file cannot be read: then it is judged by who is known to have it. */
  readonly file?: PersonalFile;
  /** The step to record, alone, with its ids filled in. Left out in the first question, which comes before anything of the file is looked at. */
  readonly command?: Command;
}

interface DirectoryUser {
  readonly boardId?: string;
  readonly unitId: string;
  readonly roles: readonly string[];
}

/** The part of the municipality's register of users that the write side needs. */
export interface UserDirectory {
  /** Undefined if no user has the id. A user without a board serves the whole city, or a provider. */
  find(userId: string): Promise<DirectoryUser | undefined>;
}

/** The files of a board that share a personal number or a case number with another. */
export interface KnownFiles {
  /** The files other than `fileId`. `shown`: those whose ids the actor may learn; `exist`: there is one, shown or not. */
  sharing(request: SharingRequest): Promise<{ readonly exist: boolean; readonly shown: readonly FileId[] }>;
}

export interface SharingRequest {
  readonly actor: Actor;
  readonly boardId: BoardId;
  readonly fileId: FileId;
  readonly what: 'person' | 'caseNumber';
  /** Twelve digits, or the case number as it was written. */
  readonly text: string;
}

/** What the write side knows about a rule. It adopts the settings of rules and does not know what the rules check. */
export interface KnownRule {
  readonly id: string;
  /** True if the law sets the duty. Such a rule cannot be paused. */
  readonly restsOnLaw: boolean;
}

/** The tokens by which Nest injects the ports. TypeScript interfaces do not exist at run time. */
export const CLOCK = Symbol('Clock');
export const AUTHORISE = Symbol('Authorise');
export const USER_DIRECTORY = Symbol('UserDirectory');
export const KNOWN_FILES = Symbol('KnownFiles');
/** The rules of the program. */
export const KNOWN_RULES = Symbol('KnownRules');
/** The key of the request hash. */
export const REQUEST_KEY = Symbol('RequestKey');
