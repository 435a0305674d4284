/**
 * The description of the API in the terms of the national REST API profile (VER.06 and VER.07). A spec compares the version with that of the program.
 * A change that breaks clients gives the address a new number, `/api/v2`.
 */
export const API_INFO = {
  apiName: 'roda-traden',
  apiVersion: '0.1.0',
  apiReleased: '2026-11-24',
  apiDocumentation: '/api/v1/openapi.json',
  apiStatus: 'alpha',
} as const;

/** The life cycle of an API, with the names of the profile. */
export const API_STATUSES = ['alpha', 'beta', 'active', 'deprecated', 'retired'] as const;
