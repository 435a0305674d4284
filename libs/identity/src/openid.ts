/** What is remembered of a sign-in while the user is away at the identity provider. For the server's eyes and an encrypted cookie's. */
export interface PendingSignIn {
  readonly redirectUri: string;
  readonly state: string;
  readonly nonce: string;
  /** PKCE: what the code is exchanged with. */
  readonly codeVerifier: string;
}

/** Whom the identity provider says it is. */
export interface SignedIn {
  readonly issuer: string;
  /** The provider's own lasting id for them; the directory says which user that is. */
  readonly subject: string;
}

export const OPENID_REFUSALS = [
  /** The answer belongs to no sign-in that was begun here, or to another one. */
  'STATE_MISMATCH',
  /** The user, or the provider, said no. */
  'ACCESS_DENIED',
  /** The code was used before, is too old, or is another sign-in's. */
  'CODE_REFUSED',
  /** The token is another provider's, another client's, another sign-in's, or too old. */
  'TOKEN_REFUSED',
] as const;
export type OpenIdRefusal = (typeof OPENID_REFUSALS)[number];

export class OpenIdRefused extends Error {
  constructor(readonly code: OpenIdRefusal) {
    super(`the sign-in was refused: ${code}`);
  }
}

/** Signing in at the municipality's identity provider: the authorisation code flow of OpenID Connect, with PKCE. */
export interface OpenIdConnect {
  /** Where the browser is sent, and what must be remembered until it is back. */
  begin(redirectUri: string): Promise<{ readonly location: string; readonly pending: PendingSignIn }>;
  /**
   * Who came back. @param location the whole address at which the browser arrived
   * @throws OpenIdRefused
   */
  complete(location: string, pending: PendingSignIn): Promise<SignedIn>;
}
