import { latest, type LocalDate, type PersonalFile, type Thing } from '@rt/domain';

/** An investigation that a decision may rest on, and the day from which the file shows the connection. */
export interface InvestigationBehind {
  readonly investigation: Thing<'investigation'>;
  readonly from: LocalDate;
}

/** The investigations behind a decision: the one it names, and those opened for the application it names. */
export const investigationsBehind = (
  file: PersonalFile,
  { created }: Thing<'decision'>,
): readonly InvestigationBehind[] => {
  const { investigationId, applicationId } = created.data;
  const named = file.get('investigation', investigationId);
  const application = file.get('application', applicationId);
  return [
    ...(named ? [{ investigation: named, from: named.created.occurredOn }] : []),
    ...(application?.linked('investigation') ?? [])
      .filter((investigation) => investigation !== named)
      .map((investigation) => ({
        investigation,
        from: latest(investigation.created.occurredOn, application?.created.occurredOn ?? created.occurredOn),
      })),
  ];
};
