/** The headers that tell from which page a request comes, unchanged. A field is left out if the request has no such header. */
export interface RequestOrigin {
  readonly method: string;
  readonly origin?: string;
  /** `Sec-Fetch-Site`. */
  readonly fetchSite?: string;
}

const SAFE_METHODS: readonly string[] = ['GET', 'HEAD', 'OPTIONS'];

/**
 * True if a request may go on to the session check. A request with an unsafe method that comes from another origin is refused, whatever cookies it
 * has. Browsers send these headers with such requests. A request without them comes from another program, which sends only its own cookies.
 * @param ownOrigins scheme, host and port as the browser writes them, such as `http://localhost:3000`
 */
export const comesFromOwnOrigin = (
  { method, origin, fetchSite }: RequestOrigin,
  ownOrigins: readonly string[],
): boolean => {
  if (SAFE_METHODS.includes(method.toUpperCase())) return true;
  // `none`: the user typed the address or used a bookmark. `same-site`: another host of the same domain, which is another origin.
  if (fetchSite !== undefined && fetchSite !== 'same-origin' && fetchSite !== 'none') return false;
  return origin === undefined || ownOrigins.includes(origin);
};
