import { decisionAsMade, latest, type LocalDate, type PersonalFile, type Thing } from '@rt/domain';

/** An investigation that a decision may rest on, and the day from which the file shows the connection. */
export interface InvestigationBehind {
  readonly investigation: Thing<'investigation'>;
  readonly from: LocalDate;
}

/**
 * The investigations behind a decision: the one it names, and those opened for the application it names. That a decision names an
 * investigation is no proof: one that was opened on another application, about another measure, is not behind it.
 */
export const investigationsBehind = (
  file: PersonalFile,
  decision: Thing<'decision'>,
): readonly InvestigationBehind[] => {
  const { created } = decision;
  const { investigationId, applicationId } = created.data;
  const said = file.get('investigation', investigationId);
  const named = said && isAboutSomethingElse(file, decision, said) ? undefined : said;
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

const isAboutSomethingElse = (
  file: PersonalFile,
  decision: Thing<'decision'>,
  investigation: Thing<'investigation'>,
): boolean => {
  const { applicationId } = investigation.created.data;
  const application = file.get('application', applicationId)?.created;
  return (
    application !== undefined &&
    applicationId !== decision.created.data.applicationId &&
    application.occurredOn <= decision.created.occurredOn &&
    application.data.measure !== decisionAsMade(decision).measure
  );
};
