import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { queries } from './api/queries';
import { router } from './routes';
import { watchForTheEnd } from './shell/session';
import { ShortcutsProvider } from './shell/shortcuts';
import { LanguageProvider, useLanguage } from './texts/language';
import { I18nProvider } from 'react-aria-components';
import '@fontsource-variable/inter/opsz.css';

watchForTheEnd(queries);

const Pages = () => {
  const { language } = useLanguage();
  return (
    <I18nProvider locale={language === 'sv' ? 'sv-SE' : 'en-GB'}>
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </I18nProvider>
  );
};

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element #root');
createRoot(root).render(
  <StrictMode>
    <LanguageProvider>
      <ShortcutsProvider>
        <Pages />
      </ShortcutsProvider>
    </LanguageProvider>
  </StrictMode>,
);
