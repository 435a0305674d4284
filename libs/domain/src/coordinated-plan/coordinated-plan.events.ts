import type { EventSpecs } from '../event';
import type { ConsentId, CoordinatedPlanId } from '../ids';

/** Behov av samordnad individuell plan, SIP (SoL 10:8). */
export interface CoordinatedPlanNeeded {
  readonly type: 'CoordinatedPlanNeeded';
  readonly data: { readonly coordinatedPlanId: CoordinatedPlanId };
}

/** Samtycke till SIP. */
export interface CoordinatedPlanConsented {
  readonly type: 'CoordinatedPlanConsented';
  readonly data: { readonly coordinatedPlanId: CoordinatedPlanId; readonly consentId: ConsentId | null };
}

/** SIP-arbetet påbörjat. */
export interface CoordinatedPlanStarted {
  readonly type: 'CoordinatedPlanStarted';
  readonly data: { readonly coordinatedPlanId: CoordinatedPlanId };
}

/** SIP upprättad (SoL 10:9). */
export interface CoordinatedPlanMade {
  readonly type: 'CoordinatedPlanMade';
  readonly data: {
    readonly coordinatedPlanId: CoordinatedPlanId;
    readonly services: readonly string[];
    readonly responsible: readonly string[];
    readonly measuresByOthers: readonly string[];
    readonly leads: string;
  };
}

export type CoordinatedPlanEvent =
  CoordinatedPlanNeeded | CoordinatedPlanConsented | CoordinatedPlanStarted | CoordinatedPlanMade;

export const coordinatedPlanSpecs = {
  CoordinatedPlanNeeded: { creates: 'coordinatedPlan', caseId: 'optional' },
  CoordinatedPlanConsented: {
    about: 'coordinatedPlan',
    refers: { consentId: 'consent' },
    caseId: 'optional',
  },
  CoordinatedPlanStarted: { about: 'coordinatedPlan', caseId: 'optional' },
  CoordinatedPlanMade: { about: 'coordinatedPlan', caseId: 'optional' },
} as const satisfies EventSpecs<CoordinatedPlanEvent>;
