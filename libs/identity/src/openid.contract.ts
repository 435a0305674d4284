import { OpenIdRefused, type OpenIdConnect, type OpenIdRefusal } from './openid';

/** The identity provider and the browser, as a contract run plays them. */
export interface OpenIdStage {
  readonly openId: OpenIdConnect;
  readonly issuer: string;
  /** The user signs in where the browser was sent. Answers the address that the provider sends it back to. */
  approve(location: string, subject: string): Promise<string>;
  /** The user says no. */
  deny(location: string): Promise<string>;
  /** As `approve`, but the provider answers with a token that it should not give for this sign-in. */
  approveWithToken(location: string, fault: TokenFault): Promise<string>;
}

export const TOKEN_FAULTS = ['otherNonce', 'otherAudience', 'otherIssuer', 'expired'] as const;
export type TokenFault = (typeof TOKEN_FAULTS)[number];

const REDIRECT = 'https://rt.example/api/v1/session/callback';

/** What every adapter for signing in by OpenID Connect must do, with a provider that plays along and one that does not. */
export const openIdContract = (adapter: string, setStage: () => OpenIdStage): void => {
  describe(`${adapter} keeps the contract of OpenID Connect`, () => {
    let stage: OpenIdStage;
    beforeEach(() => {
      stage = setStage();
    });

    const refused = async (completing: Promise<unknown>): Promise<OpenIdRefusal> => {
      const error = await completing.then(
        () => undefined,
        (thrown: unknown) => thrown,
      );
      if (error instanceof OpenIdRefused) return error.code;
      throw new Error('expected OpenIdRefused', { cause: error });
    };

    it('tells who came back', async () => {
      const { location, pending } = await stage.openId.begin(REDIRECT);
      const arrived = await stage.approve(location, 'subject-1');
      expect(arrived.startsWith(`${REDIRECT}?`)).toBe(true);
      expect(await stage.openId.complete(arrived, pending)).toEqual({
        issuer: stage.issuer,
        subject: 'subject-1',
      });
    });

    it('asks for a code, with a challenge whose answer stays here, and nothing that can be guessed', async () => {
      const [one, other] = [await stage.openId.begin(REDIRECT), await stage.openId.begin(REDIRECT)];
      const asked = new URL(one.location).searchParams;
      expect(Object.fromEntries(asked)).toMatchObject({
        response_type: 'code',
        code_challenge_method: 'S256',
        redirect_uri: REDIRECT,
        state: one.pending.state,
        nonce: one.pending.nonce,
      });
      expect(asked.get('scope')?.split(' ')).toContain('openid');
      expect(one.location).not.toContain(one.pending.codeVerifier);
      for (const secret of ['state', 'nonce', 'codeVerifier'] as const) {
        expect(one.pending[secret].length).toBeGreaterThanOrEqual(22);
        expect(one.pending[secret]).not.toBe(other.pending[secret]);
      }
    });

    it('refuses an answer to another sign-in, or to none', async () => {
      const [mine, theirs] = [await stage.openId.begin(REDIRECT), await stage.openId.begin(REDIRECT)];
      const arrived = await stage.approve(theirs.location, 'subject-2');
      expect(await refused(stage.openId.complete(arrived, mine.pending))).toBe('STATE_MISMATCH');
      const stateless = new URL(arrived);
      stateless.searchParams.delete('state');
      expect(await refused(stage.openId.complete(stateless.href, theirs.pending))).toBe('STATE_MISMATCH');
    });

    it('refuses another sign-in’s code though it is brought with this one’s state', async () => {
      const [mine, theirs] = [await stage.openId.begin(REDIRECT), await stage.openId.begin(REDIRECT)];
      const arrived = new URL(await stage.approve(theirs.location, 'subject-2'));
      arrived.searchParams.set('state', mine.pending.state);
      expect(await refused(stage.openId.complete(arrived.href, mine.pending))).toBe('CODE_REFUSED');
    });

    it('takes a code once', async () => {
      const { location, pending } = await stage.openId.begin(REDIRECT);
      const arrived = await stage.approve(location, 'subject-1');
      await stage.openId.complete(arrived, pending);
      expect(await refused(stage.openId.complete(arrived, pending))).toBe('CODE_REFUSED');
    });

    it('says so where the user said no', async () => {
      const { location, pending } = await stage.openId.begin(REDIRECT);
      expect(await refused(stage.openId.complete(await stage.deny(location), pending))).toBe('ACCESS_DENIED');
    });

    it.each(TOKEN_FAULTS)('refuses a token with %s', async (fault) => {
      const { location, pending } = await stage.openId.begin(REDIRECT);
      const arrived = await stage.approveWithToken(location, fault);
      expect(await refused(stage.openId.complete(arrived, pending))).toBe('TOKEN_REFUSED');
    });
  });
};
