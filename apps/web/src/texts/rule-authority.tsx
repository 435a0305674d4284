import { AuthorityLabel } from '@rt/ui';
import { useQuery } from '@tanstack/react-query';
import { rulesQuery } from '../my-day/worklist';
import { authorityWords } from './authority-words';
import { useSay } from './language';

/** Who sets a duty, by the version of its rule that is in force on a day. */
export const RuleAuthority = ({ rule, on: day }: { readonly rule: string | null; readonly on: string }) => {
  const say = useSay();
  const { data: rules } = useQuery(rulesQuery);
  const versions = rule === null ? undefined : rules?.get(rule)?.versions;
  const version = versions?.findLast(({ inForceFrom }) => inForceFrom <= day);
  const authority = version && authorityWords(version.authority);
  return authority ? <AuthorityLabel weight={authority.weight}>{say(authority.words)}</AuthorityLabel> : null;
};
