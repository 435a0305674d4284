import type { Role, User } from './roles';

/** A text shown to people, in both languages. */
export interface Title {
  readonly sv: string;
  readonly en: string;
}

/**
 * The municipality's own register of its users and their roles. The server asks it at every request, so that a role that ends there ends here at
 * once.
 */
export interface Directory {
  /** Undefined if there is no user with that id, or no longer. */
  find(userId: string): Promise<User | undefined>;
  /** The mail address at work of a user. It is asked for when a mail is sent and stored nowhere. Undefined if the register has none. */
  mailAddressOf(userId: string): Promise<string | undefined>;
  /** The units, with the names that people know them by. */
  readonly units: readonly { readonly unitId: string; readonly name: string }[];
}

/** A user of the demo, as whom anyone may sign in without a password. */
export interface DemoUser extends User {
  readonly title: Title;
}

export interface DemoRole {
  readonly role: Role;
  readonly title: Title;
  /** What a user of the role can ask, and what the answers show. */
  readonly explanation: Title;
}

/** A directory of invented users. Anyone who reaches the server can sign in as any of them. */
export interface DemoDirectory extends Directory {
  readonly users: readonly DemoUser[];
  readonly roles: readonly DemoRole[];
}
