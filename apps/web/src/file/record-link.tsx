import type { PersonalFileEventType } from '@rt/domain';
import { Link } from '@tanstack/react-router';
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
}) => (
  <Link
    className={`button ${weight} record-link`}
    to="/akter/$fileId/registrera"
    params={{ fileId }}
    search={{
      ...(type !== undefined && { type }),
      ...(caseId !== undefined && { case: caseId }),
      ...(about !== undefined && { about }),
    }}
  >
    {children}
  </Link>
);

/** The way to a plan beside its order, where it is approved or returned. @param about the plan, or the order */
export const CompareLink = ({
  fileId,
  about,
  weight = 'plain',
  children,
}: {
  readonly fileId: string;
  readonly about: string;
  readonly weight?: 'primary' | 'plain';
  readonly children: ReactNode;
}) => (
  <Link
    className={`button ${weight} record-link`}
    to="/akter/$fileId/plan/$thingId"
    params={{ fileId, thingId: about }}
    search={{}}
  >
    {children}
  </Link>
);

/** Whether an act is done with the plan and its order before one's eyes. */
export const weighsPlan = ({ types }: { readonly types: readonly string[] }): boolean =>
  types.some((type) => type === 'PlanApproved' || type === 'PlanReturned');
