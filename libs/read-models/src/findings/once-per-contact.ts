import type { FindingOn } from './findings.query';

/** The findings of a day with a contact that several rules found as one line, named by the first by id, as lists of rows have it. */
export const oncePerContact = <F extends FindingOn>(findings: readonly F[]): readonly F[] => {
  const lines = [...Map.groupBy(findings, lineKey).values()];
  return lines.map((found) => {
    const [first, ...others] = [...found].sort((a, b) => (a.id < b.id ? -1 : 1)) as [F, ...F[]];
    return { ...first, alsoFound: others.map(({ id, rule, title }) => ({ id, rule, title })) };
  });
};

const lineKey = ({ fileId, step, subject, status, id }: FindingOn): string =>
  step === 'contact' ? `${fileId} ${subject} ${status}` : `${fileId} ${id}`;
