import type { PersonalFileEventType } from '@rt/domain';
import type { ReactNode } from 'react';

/** The one way from a file to the form of a step. @param about the thing that the step is about */
export const RecordLink = ({
  fileId,
  type,
  caseId,
  about,
  weight = 'plain',
  children,
}: {
  readonly fileId: string;
  readonly type?: PersonalFileEventType;
  readonly caseId?: string;
  readonly about?: string;
  readonly weight?: 'primary' | 'plain';
  readonly children: ReactNode;
}) => {
  const search = new URLSearchParams({
    ...(type !== undefined && { type }),
    ...(caseId !== undefined && { case: caseId }),
    ...(about !== undefined && { about }),
  }).toString();
  return (
    <a
      className={`button ${weight} record-link`}
      href={`/akter/${fileId}/registrera${search === '' ? '' : `?${search}`}`}
    >
      {children}
    </a>
  );
};
