import type { Role, User } from './roles';

/** A text shown to people, in both languages. */
export interface Title {
  readonly sv: string;
  readonly en: string;
}

/** The municipality's own register of its users and their roles. It is asked at every request, so that a role that ends there ends here. */
export interface Directory {
  /** Undefined where no user has that id, or no longer. */
  find(userId: string): Promise<User | undefined>;
}

/** A user that anyone may sign in as, without a password. */
export interface DemoUser extends User {
  readonly title: Title;
}

export interface DemoRole {
  readonly role: Role;
  readonly title: Title;
  /** What users of the role ask, and what they get. */
  readonly explanation: Title;
}

/** A directory of invented users: anyone who reaches the server can sign in as any of them. */
export interface DemoDirectory extends Directory {
  readonly users: readonly DemoUser[];
  readonly roles: readonly DemoRole[];
}
