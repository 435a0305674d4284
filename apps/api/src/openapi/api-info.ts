/**
 * What the API says of itself, in the words of the national REST API profile (VER.06 and VER.07). A spec holds the version against
 * the program's own; a change that breaks a caller gives the address its next number, `/api/v2`.
 */
export const API_INFO = {
  apiName: 'roda-traden',
  apiVersion: '0.1.0',
  apiReleased: '2026-11-24',
  apiDocumentation: '/api/v1/openapi.json',
  apiStatus: 'alpha',
} as const;

/** From first tries to the end of its days, as the profile names them. */
export const API_STATUSES = ['alpha', 'beta', 'active', 'deprecated', 'retired'] as const;
