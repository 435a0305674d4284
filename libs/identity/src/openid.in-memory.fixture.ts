import { createHash, randomBytes } from 'node:crypto';
import { OpenIdRefused, type OpenIdConnect } from './openid';
import type { OpenIdStage, TokenFault } from './openid.contract';

const ISSUER = 'https://id.example';
const CLIENT = 'roda-traden';

interface Claims {
  readonly issuer: string;
  readonly audience: string;
  readonly subject: string;
  readonly nonce: string | null;
  readonly expired: boolean;
}

/** What the provider remembers of a code it gave. */
interface Given {
  readonly challenge: string | null;
  readonly redirectUri: string;
  readonly claims: Claims;
}

const random = (): string => randomBytes(32).toString('base64url');
const challengeOf = (verifier: string): string => createHash('sha256').update(verifier).digest('base64url');

/** A provider that gives codes for approvals and tokens for codes, without a network or signatures. */
class InMemoryProvider {
  private readonly codes = new Map<string, Given>();

  approve(location: string, subject: string, wrong: Partial<Claims> = {}): string {
    const asked = new URL(location).searchParams;
    const code = random();
    const redirectUri = asked.get('redirect_uri') ?? '';
    this.codes.set(code, {
      challenge: asked.get('code_challenge'),
      redirectUri,
      claims: {
        issuer: ISSUER,
        audience: CLIENT,
        subject,
        nonce: asked.get('nonce'),
        expired: false,
        ...wrong,
      },
    });
    return backTo(redirectUri, { code, state: asked.get('state') ?? '' });
  }

  deny(location: string): string {
    const asked = new URL(location).searchParams;
    return backTo(asked.get('redirect_uri') ?? '', {
      error: 'access_denied',
      state: asked.get('state') ?? '',
    });
  }

  /** Undefined where the code is not good: unknown, used, or asked for by another. */
  token(code: string, verifier: string, redirectUri: string): Claims | undefined {
    const given = this.codes.get(code);
    this.codes.delete(code);
    return given?.challenge === challengeOf(verifier) && given.redirectUri === redirectUri
      ? given.claims
      : undefined;
  }
}

const backTo = (redirectUri: string, parameters: Record<string, string>): string =>
  `${redirectUri}?${new URLSearchParams(parameters).toString()}`;

const clientOf = (provider: InMemoryProvider): OpenIdConnect => ({
  async begin(redirectUri) {
    const pending = { redirectUri, state: random(), nonce: random(), codeVerifier: random() };
    const asked = new URLSearchParams({
      response_type: 'code',
      scope: 'openid',
      client_id: CLIENT,
      redirect_uri: redirectUri,
      state: pending.state,
      nonce: pending.nonce,
      code_challenge: challengeOf(pending.codeVerifier),
      code_challenge_method: 'S256',
    });
    return { location: `${ISSUER}/authorize?${asked.toString()}`, pending };
  },
  async complete(location, { state, nonce, codeVerifier, redirectUri }) {
    const arrived = new URL(location).searchParams;
    if (arrived.get('state') !== state) throw new OpenIdRefused('STATE_MISMATCH');
    if (arrived.has('error')) throw new OpenIdRefused('ACCESS_DENIED');
    const claims = provider.token(arrived.get('code') ?? '', codeVerifier, redirectUri);
    if (claims === undefined) throw new OpenIdRefused('CODE_REFUSED');
    const { issuer, audience, subject, expired } = claims;
    if (issuer !== ISSUER || audience !== CLIENT || claims.nonce !== nonce || expired)
      throw new OpenIdRefused('TOKEN_REFUSED');
    return { issuer, subject };
  },
});

const WRONG: Record<TokenFault, Partial<Claims>> = {
  otherNonce: { nonce: 'of-another-sign-in' },
  otherAudience: { audience: 'another-client' },
  otherIssuer: { issuer: 'https://id.elsewhere.example' },
  expired: { expired: true },
};

/** The contract's stage with everybody on it in one process. */
export const inMemoryStage = (): OpenIdStage => {
  const provider = new InMemoryProvider();
  return {
    openId: clientOf(provider),
    issuer: ISSUER,
    approve: async (location, subject) => provider.approve(location, subject),
    deny: async (location) => provider.deny(location),
    approveWithToken: async (location, fault) => provider.approve(location, 'subject-1', WRONG[fault]),
  };
};
