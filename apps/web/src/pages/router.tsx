import { createBrowserRouter, Navigate, type RouteObject } from 'react-router';
import { PracticeLabels } from '../platform/PracticeLabels.tsx';
import { Loading } from '../ui/Loading.tsx';
import { AppFrame } from './AppFrame.tsx';
import { clientRoutes } from './client-routes.tsx';
import { logRoutes } from './log-routes.tsx';
import { meetingRoutes } from './meeting-routes.tsx';
import { NotFoundPage } from './NotFoundPage.tsx';
import { onlyFor, page } from './page-route.tsx';
import { practiceRoutes } from './practice-routes.tsx';
import { roundRoutes } from './round-routes.tsx';
import { RouteFailure } from './RouteFailure.tsx';

/** What concerns the reader herself, and the work of all. */
const ownRoutes: RouteObject[] = [
  { index: true, element: <Navigate to="/today" replace /> },
  page('account', async () => (await import('./AccountPage.tsx')).AccountPage),
  page('notices', async () => (await import('./NoticesPage.tsx')).NoticesPage),
  page('today', async () => (await import('./TodayPage.tsx')).TodayPage),
  onlyFor({ resource: 'CASE_MANAGER', action: 'UPDATE' }, [
    page('handovers', async () => (await import('./HandoversPage.tsx')).HandoversPage),
  ]),
  onlyFor({ resource: 'TASKS', action: 'READ' }, [
    page('actions', async () => (await import('./ActionsPage.tsx')).ActionsPage),
  ]),
  page('safety-net', async () => (await import('./SafetyNetPage.tsx')).SafetyNetPage),
];

const frame = (
  <PracticeLabels>
    <AppFrame />
  </PracticeLabels>
);

const broken = (
  <main>
    <RouteFailure />
  </main>
);

/** One lazy file per page; a page that fails leaves the frame standing. */
export const createAppRouter = () =>
  createBrowserRouter([
    {
      element: frame,
      errorElement: broken,
      HydrateFallback: Loading,
      children: [
        {
          errorElement: <RouteFailure />,
          children: [
            ...ownRoutes,
            ...clientRoutes,
            ...roundRoutes,
            ...meetingRoutes,
            ...practiceRoutes,
            ...logRoutes,
            { path: '*', element: <NotFoundPage /> },
          ],
        },
      ],
    },
  ]);
