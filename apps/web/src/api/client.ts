import createClient from 'openapi-fetch';
import type { components, paths } from './openapi';
import { ApiProblem, NoConnection } from './api-problem';

/** The shapes of the answers, by the names they have in the API's description. */
export type ApiAnswer<Name extends keyof components['schemas']> = components['schemas'][Name];

/** Calls the API. Its types are made from openapi.json, so a change of the API that a page does not follow is an error of the build. */
export const api = createClient<paths>({
  baseUrl: window.location.origin,
  querySerializer: { array: { style: 'form', explode: false } },
  fetch: async (request) => {
    try {
      return await fetch(request);
    } catch (error) {
      throw new NoConnection({ cause: error });
    }
  },
});

api.use({
  onRequest: ({ request }) => {
    request.headers.set('Accept', 'application/json');
    request.headers.set('Accept-Language', document.documentElement.lang);
    return request;
  },
});

/** The answer as JSON, which the client asks for; a list could be told as CSV too. Or its problem as an error. @throws ApiProblem, NoConnection */
export const answerOf = async <Data>(
  asked: Promise<{ readonly data?: Data; readonly error?: unknown; readonly response: Response }>,
): Promise<Exclude<Data, string>> => {
  const { data, error, response } = await asked;
  if (!response.ok) throw new ApiProblem(response.status, error);
  return data as Exclude<Data, string>;
};
