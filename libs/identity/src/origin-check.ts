/** What a request says of where it comes from. Header values as they came; left out where the header was. */
export interface RequestOrigin {
  readonly method: string;
  readonly origin?: string;
  /** `Sec-Fetch-Site`. */
  readonly fetchSite?: string;
}

const SAFE_METHODS: readonly string[] = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Whether a request may go on to the session check. Unsafe methods from another origin are refused, whatever cookies they bring.
 * Browsers say where such a request comes from; what says nothing is no browser, and carries nobody's cookie but its own.
 * @param ownOrigins scheme, host and port as the browser writes them, such as `http://localhost:3000`
 */
export const comesFromOwnOrigin = (
  { method, origin, fetchSite }: RequestOrigin,
  ownOrigins: readonly string[],
): boolean => {
  if (SAFE_METHODS.includes(method.toUpperCase())) return true;
  // `none`: typed or bookmarked by the user. `same-site` is another host of the same domain, and that is another origin.
  if (fetchSite !== undefined && fetchSite !== 'same-origin' && fetchSite !== 'none') return false;
  return origin === undefined || ownOrigins.includes(origin);
};
