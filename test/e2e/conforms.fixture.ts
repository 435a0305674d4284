/** Checks answers against the description of the API. Supports the part of JSON Schema that the description uses for answers. */
type Schema = Readonly<Record<string, unknown>>;

export interface Description {
  readonly info: { readonly version: string };
  readonly tags: readonly { readonly name: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

interface Operation {
  readonly operationId: string;
  readonly security: readonly object[];
  readonly tags: readonly string[];
  readonly responses: Readonly<Record<string, Response>>;
}

interface Response {
  readonly content?: Readonly<Record<string, { readonly schema: Schema }>>;
}

/** The places where a value differs from its schema, each as a path and what is wrong there; empty if it fits. */
const faultsIn = (value: unknown, schema: Schema, { components }: Description): readonly string[] => {
  const within = (inner: unknown, of: Schema, at: string): readonly string[] => {
    if (typeof of.$ref === 'string')
      return within(inner, components.schemas[of.$ref.split('/').at(-1) as string] as Schema, at);
    if (Array.isArray(of.anyOf)) {
      const each = (of.anyOf as Schema[]).map((one) => within(inner, one, at));
      return each.some((faults) => faults.length === 0) ? [] : each.flat();
    }
    if (Array.isArray(of.enum)) return of.enum.includes(inner) ? [] : [`${at}: none of the words`];
    if (!isOfType(inner, of.type)) return [`${at}: no ${String(of.type)}`];
    if (Array.isArray(inner))
      return inner.flatMap((item, i) => within(item, of.items as Schema, `${at}[${i}]`));
    return typeof inner === 'object' && inner !== null ? fieldsOf(inner, of, at) : [];
  };
  const fieldsOf = (object: object, of: Schema, at: string): readonly string[] => {
    const {
      properties = {},
      required = [],
      additionalProperties,
    } = of as {
      properties?: Record<string, Schema>;
      required?: readonly string[];
      additionalProperties?: boolean | Schema;
    };
    const missing = required.filter((name) => !(name in object)).map((name) => `${at}.${name}: missing`);
    const present = Object.entries(object).flatMap(([name, field]) => {
      const known = Object.hasOwn(properties, name) ? properties[name] : undefined;
      if (known !== undefined) return within(field, known, `${at}.${name}`);
      if (additionalProperties === false) return [`${at}.${name}: not described`];
      return typeof additionalProperties === 'object'
        ? within(field, additionalProperties, `${at}.${name}`)
        : [];
    });
    return [...missing, ...present];
  };
  return within(value, schema, '');
};

const isOfType = (value: unknown, type: unknown): boolean => {
  if (Array.isArray(type)) return type.some((one) => isOfType(value, one));
  switch (type) {
    case 'object':
      return typeof value === 'object' && value !== null && !Array.isArray(value);
    case 'array':
      return Array.isArray(value);
    case 'integer':
      return Number.isInteger(value);
    case 'null':
      return value === null;
    default:
      return typeof value === type;
  }
};

/**
 * How an answer differs from the description: by a status that is not described, or by the shape of its body.
 * @param address without a query, such as `/api/v1/files/…/events`
 */
export const unforetold = (
  description: Description,
  method: string,
  address: string,
  answer: { readonly status: number; readonly body: unknown; readonly type: string },
): readonly string[] => {
  const parts = address.split('/');
  const path = Object.keys(description.paths).find((pattern) => {
    const wanted = pattern.split('/');
    return (
      wanted.length === parts.length &&
      wanted.every((part, i) => (part.startsWith('{') ? parts[i] !== '' : part === parts[i]))
    );
  });
  const route = path === undefined ? undefined : description.paths[path]?.[method.toLowerCase()];
  // An unknown address, or a method that the address does not take, has no description.
  if (route === undefined) return [];
  const response = route.responses[answer.status];
  if (response === undefined) return [`${method} ${path} answers ${answer.status}`];
  const schema = response.content?.[answer.type]?.schema;
  return schema === undefined
    ? []
    : faultsIn(answer.body, schema, description).map((fault) => `${method} ${path}${fault}`);
};
