import type { ConsentId, CoordinatedPlanId } from '@rt/domain';
import { Id, NewId, Reference, ShortText, Texts } from '../fields';

export class CoordinatedPlanNeededDto {
  @NewId() coordinatedPlanId?: CoordinatedPlanId;
}

export class CoordinatedPlanConsentedDto {
  @Id() coordinatedPlanId!: CoordinatedPlanId;
  @Reference() consentId: ConsentId | null = null;
}

export class CoordinatedPlanStartedDto {
  @Id() coordinatedPlanId!: CoordinatedPlanId;
}

export class CoordinatedPlanMadeDto {
  @Id() coordinatedPlanId!: CoordinatedPlanId;
  @Texts() services!: string[];
  @Texts() responsible!: string[];
  @Texts() measuresByOthers!: string[];
  @ShortText() leads!: string;
}
