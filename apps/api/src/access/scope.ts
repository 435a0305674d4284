/** The filters of a list as text for the access log: codes and dates. */
export const scopeOf = (
  parts: Readonly<Record<string, string | number | readonly string[] | undefined>>,
): string =>
  Object.entries(parts)
    .flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${[value].flat().join(',')}`]))
    .join(' ');
