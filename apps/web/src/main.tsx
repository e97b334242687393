import '@fontsource/atkinson-hyperlegible-next/400.css';
import '@fontsource/atkinson-hyperlegible-next/700.css';
import { lazy, StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';

/** Printed in letters: the page of whoever answers online, which loads nothing of the staff's app. */
const QUESTIONNAIRE_PATH = '/vragenlijst';

const Page = lazy(
  globalThis.location.pathname === QUESTIONNAIRE_PATH
    ? async () => ({ default: (await import('./pages/PublicQuestionnairePage.tsx')).PublicQuestionnairePage })
    : async () => {
        const look = import('./look.ts'); // asked for first, so that its styles come before those of the app
        const { App } = await import('./App.tsx');
        await look;
        return { default: App };
      },
);

const root = document.getElementById('root');
if (root === null) throw new Error('No place to draw in');
createRoot(root).render(
  <StrictMode>
    <Suspense>
      <Page />
    </Suspense>
  </StrictMode>,
);
