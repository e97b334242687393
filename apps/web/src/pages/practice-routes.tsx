import type { RouteObject } from 'react-router';
import { firstPage, onlyFor, page } from './page-route.tsx';

/** What a practice arranges: people, settings, and acts that take two people. */
export const practiceRoutes: RouteObject[] = [
  page('instruments', async () => (await import('./InstrumentsPage.tsx')).InstrumentsPage),
  page('settings', async () => (await import('./PracticeSettingsPage.tsx')).PracticeSettingsPage),
  page('settings/letterhead', async () => (await import('./LetterheadPage.tsx')).LetterheadPage),
  onlyFor({ resource: 'USERS', action: 'READ' }, [
    page('settings/sign-in', async () => (await import('./SignInSettingsPage.tsx')).SignInSettingsPage),
    page('users', async () => (await import('./UsersPage.tsx')).UsersPage, [
      firstPage(async () => (await import('./UsersOverviewPage.tsx')).UsersOverviewPage),
      page('recertification', async () => (await import('./RecertificationPage.tsx')).RecertificationPage),
    ]),
  ]),
  page('approvals', async () => (await import('./ApprovalsPage.tsx')).ApprovalsPage),
  onlyFor({ resource: 'BULK_EXPORT', action: 'EXPORT' }, [
    page('bulk-exports', async () => (await import('./BulkExportsPage.tsx')).BulkExportsPage),
  ]),
  page('destructions', async () => (await import('./DestructionsPage.tsx')).DestructionsPage),
  page('retention', async () => (await import('./RetentionPage.tsx')).RetentionPage),
  page('merges', async () => (await import('./MergesPage.tsx')).MergesPage),
  page('merges/compare/:oneId/:otherId', async () => (await import('./ComparePage.tsx')).ComparePage),
  page('merges/:mergeId', async () => (await import('./MergePage.tsx')).MergePage),
];
