import { caseHistory } from './case-history/case-history.read-model';
import { decisions } from './decisions/decisions.read-model';
import { findings } from './findings/findings.read-model';
import type { ReadModel } from './read-model';
import { standings } from './standings/standings.read-model';

/** Every read model there is. `unit-status` asks the rows of `findings` and has none of its own. */
export const ALL_MODELS: readonly ReadModel[] = [findings, decisions, caseHistory, standings];
