import type { Language, Text } from '@rt/domain';
import { createContext, useCallback, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';

const KEPT_AS = 'rt.language';

interface Chosen {
  readonly language: Language;
  readonly choose: (language: Language) => void;
}

const LanguageContext = createContext<Chosen | undefined>(undefined);

/** The language chosen on this computer before, else the browser's, else Swedish. */
const firstLanguage = (): Language => {
  const kept = localStorage.getItem(KEPT_AS);
  if (kept === 'sv' || kept === 'en') return kept;
  const known = navigator.languages.map((tag) => tag.slice(0, 2)).find((tag) => tag === 'sv' || tag === 'en');
  return known === 'en' ? 'en' : 'sv';
};

export const LanguageProvider = ({ children }: { readonly children: ReactNode }) => {
  const [language, setLanguage] = useState(firstLanguage);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const choose = useCallback((chosen: Language) => {
    localStorage.setItem(KEPT_AS, chosen);
    setLanguage(chosen);
  }, []);
  const value = useMemo(() => ({ language, choose }), [language, choose]);
  return <LanguageContext value={value}>{children}</LanguageContext>;
};

export const useLanguage = (): Chosen => {
  const chosen = useContext(LanguageContext);
  if (chosen === undefined) throw new Error('useLanguage is called outside LanguageProvider');
  return chosen;
};

/** Gives the text in the reader's language. */
export const useSay = (): ((text: Text) => string) => {
  const { language } = useLanguage();
  return useCallback((text) => text[language], [language]);
};
