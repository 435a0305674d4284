import type { MeasureCode } from '../codes';
import type { EventSpecs } from '../event';
import type { CaseId } from '../ids';

/** Ärende öppnat. */
export interface CaseOpened {
  readonly type: 'CaseOpened';
  readonly data: { readonly caseId: CaseId; readonly caseNumber: string; readonly measure: MeasureCode };
}

export const CLOSING_REASONS = [
  'measureEnded',
  'rejected',
  'withdrawn',
  'moved',
  'deceased',
  'handedOver',
  'other',
] as const;

/** Ärende avslutat. */
export interface CaseClosed {
  readonly type: 'CaseClosed';
  readonly data: {
    readonly caseId: CaseId;
    readonly reason: (typeof CLOSING_REASONS)[number];
    readonly note?: string;
  };
}

/** Ärende återöppnat. */
export interface CaseReopened {
  readonly type: 'CaseReopened';
  readonly data: { readonly caseId: CaseId; readonly reason: string };
}

/** Akten bevaras (SoL 16:2–4, LSS 21 d §). */
export interface FilePreserved {
  readonly type: 'FilePreserved';
  readonly data: { readonly ground: string };
}

/** Gallring pausad. */
export interface ErasurePaused {
  readonly type: 'ErasurePaused';
  readonly data: { readonly ground: string };
}

/** Gallring återupptagen. */
export interface ErasureResumed {
  readonly type: 'ErasureResumed';
  readonly data: { readonly ground: string };
}

export type CaseEvent =
  CaseOpened | CaseClosed | CaseReopened | FilePreserved | ErasurePaused | ErasureResumed;

export const caseSpecs = {
  CaseOpened: { creates: 'case', caseId: 'self' },
  CaseClosed: { about: 'case', caseId: 'self' },
  CaseReopened: { about: 'case', caseId: 'self', whileClosed: true },
  FilePreserved: { caseId: 'optional', whileClosed: true },
  ErasurePaused: { caseId: 'optional', whileClosed: true },
  ErasureResumed: { caseId: 'optional', whileClosed: true },
} as const satisfies EventSpecs<CaseEvent>;
