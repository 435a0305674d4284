/** What a list is narrowed to, as the access log keeps it: codes and dates. */
export const scopeOf = (
  parts: Readonly<Record<string, string | number | readonly string[] | undefined>>,
): string =>
  Object.entries(parts)
    .flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${[value].flat().join(',')}`]))
    .join(' ');
