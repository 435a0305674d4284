import { latest, type EventId, type LocalDate, type PersonalFile, type Thing } from '@rt/domain';

/** A decision on an application, and the day from which the file shows that the application is decided. */
export interface Decided {
  readonly id: EventId;
  readonly occurredOn: LocalDate;
}

/**
 * The decisions on an application, the first one first: those that name it, and the decisions and advance decisions of its case that name no
 * application and were made on its day or later.
 */
export const decisionsOn = (file: PersonalFile, { created }: Thing<'application'>): readonly Decided[] => {
  const appliedOn = created.occurredOn;
  const decided: Decided[] = [];
  for (const { created: made } of file.things('decision')) {
    const { applicationId } = made.data;
    const isNamed = applicationId === created.data.applicationId;
    if (isNamed || (applicationId === null && made.caseId === created.caseId && made.occurredOn >= appliedOn))
      decided.push({ id: made.id, occurredOn: latest(appliedOn, made.occurredOn) });
  }
  for (const { created: made } of file.things('advanceDecision'))
    if (made.caseId === created.caseId && made.occurredOn >= appliedOn)
      decided.push({ id: made.id, occurredOn: made.occurredOn });
  return decided.sort((a, b) => (`${a.occurredOn} ${a.id}` < `${b.occurredOn} ${b.id}` ? -1 : 1));
};
