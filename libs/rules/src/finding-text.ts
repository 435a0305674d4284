import type { Text } from '@rt/domain';
import { ruleOf } from './register';
import type { Inputs, NumbersOf, Parameters } from './rule';

/** What is missing or wrong, with the numbers that applied when the finding arose. They stand among its inputs. */
export const titleOf = (finding: { readonly rule: string; readonly inputs: Inputs }): Text =>
  ruleOf(finding).title(finding.inputs as NumbersOf<Parameters>);
