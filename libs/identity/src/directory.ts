import type { User } from './roles';

/** A text shown to people, in both languages. */
export interface Title {
  readonly sv: string;
  readonly en: string;
}

/** The municipality's own register of who works there and as what. Asked at every request: a right that ends there ends here. */
export interface Directory {
  /** Undefined where nobody has that id, or no longer. */
  find(userId: string): Promise<User | undefined>;
}
