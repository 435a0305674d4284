import type { Chance } from '../../libs/demo/src/chance';
import { fittingValue, hostileWord, inAddress, inHeader, type ParameterSchema } from './hostile-values';

interface DescribedParameter {
  readonly in: 'path' | 'query' | 'header';
  readonly name: string;
  readonly schema: ParameterSchema;
}

export interface DescribedRoutes {
  readonly paths: Readonly<
    Record<
      string,
      Readonly<
        Record<
          string,
          {
            readonly operationId: string;
            readonly parameters?: readonly DescribedParameter[];
            readonly requestBody?: {
              readonly content: Readonly<Record<string, { readonly schema: { readonly $ref: string } }>>;
            };
          }
        >
      >
    >
  >;
}

export interface DescribedRoute {
  readonly method: string;
  readonly path: string;
  readonly operationId: string;
  readonly parameters: readonly DescribedParameter[];
  /** Name of the schema of the body, if the route takes one. */
  readonly body?: string;
}

export interface HostileRequest {
  readonly route: DescribedRoute;
  readonly method: string;
  /** Path and query, as they are sent. */
  readonly address: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

export const routesOf = ({ paths }: DescribedRoutes): readonly DescribedRoute[] =>
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { operationId, parameters = [], requestBody }]) => {
      const body = requestBody?.content['application/json']?.schema.$ref.split('/').at(-1);
      return {
        method: method.toUpperCase(),
        path,
        operationId,
        parameters,
        ...(body !== undefined && { body }),
      };
    }),
  );

/** What a request is made from besides random choice: ids that exist, the caller's own and others, and bodies by the name of their schema. */
export interface Material {
  readonly ids: readonly string[];
  /** Ids that belong together, by the name of the parameter: chance alone hardly ever picks a file and its own order. */
  readonly together?: Readonly<Record<string, string>>;
  bodyFor(schema: string, chance: Chance): string;
}

/** A request to a route. For every part of it, chance decides whether the part fits the description or is hostile. */
export const hostileRequest = (route: DescribedRoute, chance: Chance, material: Material): HostileRequest => {
  // A request that is wrong in every part is refused by the first check and tests nothing behind it.
  const fitting = chance.happens(50) ? 97 : 50;
  const value = ({ name, schema }: DescribedParameter): string =>
    chance.happens(fitting)
      ? (material.together?.[name] ?? fittingValue(name, schema, chance, material.ids))
      : hostileWord(chance);
  const inPlace = (place: DescribedParameter['in']) => route.parameters.filter((each) => each.in === place);
  let address = route.path;
  for (const each of inPlace('path'))
    address = address.replace(`{${each.name}}`, () => inAddress(value(each), chance));
  const query = inPlace('query').flatMap((each) =>
    chance.happens(40) ? [written(each.name, value(each), chance)] : [],
  );
  if (chance.happens(6)) query.push(written(hostileWord(chance), hostileWord(chance), chance));
  const headers: Record<string, string> = {};
  for (const each of inPlace('header')) {
    const required = each.name === 'Idempotency-Key';
    if (required && chance.happens(90)) headers[each.name] = chance.uuid();
    else if (chance.happens(40)) headers[each.name] = inHeader(value(each));
  }
  if (chance.happens(10)) headers[chance.pick(STRAY_HEADERS)] = inHeader(hostileWord(chance));
  return {
    route,
    method: route.method,
    address: query.length === 0 ? address : `${address}?${query.join('&')}`,
    headers,
    ...bodyOf(route, chance, material, headers),
  };
};

/** Headers that any request may carry, whether or not its route describes them. */
const STRAY_HEADERS = [
  'Origin',
  'Sec-Fetch-Site',
  'X-Forwarded-For',
  'X-HTTP-Method-Override',
  'Accept',
  'Accept-Language',
  'X-Purpose',
  'X-Read-After',
  'Last-Event-ID',
  'If-Match',
  'X-Request-Id',
];

/** One name and value of a query: written once, twice, as a list, as a field of an object, or without a value. */
const written = (name: string, value: string, chance: Chance): string => {
  const [as, is] = [inAddress(name, chance), inAddress(value, chance)];
  if (chance.happens(80)) return `${as}=${is}`;
  return chance.pick([
    `${as}=${is}&${as}=${is}`,
    `${as}[]=${is}`,
    `${as}[__proto__]=${is}`,
    `${as}[0][constructor]=${is}`,
    as,
    `${as}==${is}`,
  ]);
};

const bodyOf = (
  { body, method }: DescribedRoute,
  chance: Chance,
  material: Material,
  headers: Record<string, string>,
): { readonly body?: string } => {
  if ((method !== 'POST' && method !== 'PUT') || (body === undefined && chance.happens(80))) return {};
  headers['Content-Type'] = chance.happens(95)
    ? 'application/json'
    : chance.pick([
        'text/plain',
        'application/xml',
        'application/json; charset=utf-7',
        'multipart/form-data',
      ]);
  if (body !== undefined && chance.happens(85)) return { body: material.bodyFor(body, chance) };
  return {
    body: chance.pick([
      '{',
      'null',
      '[]',
      '"text"',
      '{"__proto__":{"admin":true}}',
      '{"constructor":{"prototype":{"admin":true}}}',
      `${'['.repeat(600)}${']'.repeat(600)}`,
      '\u0000',
      JSON.stringify(hostileWord(chance)),
      JSON.stringify({ userId: hostileWord(chance) }),
      '{"type":"NoteWritten","type":"NoteWritten"}',
    ]),
  };
};
