import type { Text } from '@rt/domain';
import type { ApiAnswer } from '../api/client';

type Authority = ApiAnswer<'Rules'>['rules'][number]['versions'][number]['authority'];

export interface AuthorityWords {
  readonly words: Text;
  readonly weight: 'law' | 'between' | 'routine';
}

const AUTHORITIES: Readonly<Record<string, AuthorityWords>> = {
  law: { words: { sv: 'Lag', en: 'Law' }, weight: 'law' },
  ordinance: { words: { sv: 'Förordning', en: 'Ordinance' }, weight: 'law' },
  regulation: { words: { sv: 'Föreskrift', en: 'Regulation' }, weight: 'law' },
  generalAdvice: { words: { sv: 'Råd', en: 'Advice' }, weight: 'between' },
  guideline: { words: { sv: 'Riktlinje', en: 'Guideline' }, weight: 'between' },
  contract: { words: { sv: 'Avtal', en: 'Contract' }, weight: 'between' },
  localRoutine: { words: { sv: 'Rutin', en: 'Routine' }, weight: 'routine' },
  default: { words: { sv: 'Rutin', en: 'Routine' }, weight: 'routine' },
};

/** How the authority of a duty is said on a line. */
export const authorityWords = (authority: Authority): AuthorityWords | undefined => AUTHORITIES[authority];
