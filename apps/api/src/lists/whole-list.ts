interface Page {
  readonly next?: string;
}

/** Asks for page after page until the list ends or holds `linesMax` lines. Then `next` is the place from which it goes on. */
export const wholeList = async <P extends Page>(
  ask: (page: { readonly limit: number; readonly cursor?: string }) => Promise<P>,
  field: string,
  { linesMax, pageLines }: { readonly linesMax: number; readonly pageLines: number },
): Promise<P> => {
  const linesOf = (page: P): readonly unknown[] =>
    (page as unknown as Readonly<Record<string, readonly unknown[]>>)[field] ?? [];
  let page = await ask({ limit: pageLines });
  const lines = [...linesOf(page)];
  while (page.next !== undefined && lines.length < linesMax) {
    page = await ask({ limit: Math.min(pageLines, linesMax - lines.length), cursor: page.next });
    lines.push(...linesOf(page));
  }
  return { ...page, [field]: lines };
};
