import { EXTENT_UNITS, PERIODS, type Extent, type ExtentUnit, type Law, type Period } from '@rt/domain';
import { Amount, Code, ShortText, Statute, Texts } from './fields';

/** Lagrum. */
export class LawDto implements Law {
  @Statute() statute!: string;
  @ShortText() section!: string;
}

/** Omfattning. */
export class ExtentDto implements Extent {
  @Amount() amount!: number;
  @Code(EXTENT_UNITS) unit!: ExtentUnit;
  @Code(PERIODS) per!: Period;
  @Texts() activities!: string[];
}
