import type { RouteObject } from 'react-router';
import { RecordFailure } from './RecordFailure.tsx';
import { firstPage, onlyFor, page } from './page-route.tsx';

const recordTabs = [
  firstPage(async () => (await import('./ClientOverview.tsx')).ClientOverview),
  page('profiles', async () => (await import('./ClientProfilesPage.tsx')).ClientProfilesPage),
  page('care-plan', async () => (await import('./ClientCarePlanPage.tsx')).ClientCarePlanPage),
  page('care-plan/:planId', async () => (await import('./ClientCarePlanPage.tsx')).ClientCarePlanPage),
  page('care-plan/:planId/editions/:edition', async () => (await import('./ClientCarePlanPage.tsx')).ClientEditionPage),
  page('contacts', async () => (await import('./ClientContactsPage.tsx')).ClientContactsPage),
  page('visit', async () => (await import('./ClientVisitPage.tsx')).ClientVisitPage),
  page('privacy', async () => (await import('./ClientPrivacyPage.tsx')).ClientPrivacyPage, [
    firstPage(async () => (await import('./ClientConsentPage.tsx')).ClientConsentPage),
    page('access', async () => (await import('./ClientAccessPage.tsx')).ClientAccessPage),
    page('destruction', async () => (await import('./ClientDestructionPage.tsx')).ClientDestructionPage),
    page('rights', async () => (await import('./ClientRightsPage.tsx')).ClientRightsPage),
  ]),
  page('network', async () => (await import('./ClientNetworkPage.tsx')).ClientNetworkPage),
  page('treatment-plan', async () => (await import('./ClientTreatmentPage.tsx')).ClientTreatmentPage),
  page('team', async () => (await import('./ClientTeamPage.tsx')).ClientTeamPage),
  page('access-log', async () => (await import('./ClientLogPage.tsx')).ClientLogPage),
];

/** The clients, the record of one with its tabs, and what is entered in it. */
export const clientRoutes: RouteObject[] = [
  onlyFor({ resource: 'IDENTITY', action: 'READ' }, [
    page('clients', async () => (await import('./ClientsPage.tsx')).ClientsPage),
    page('caseload', async () => (await import('./CaseloadPage.tsx')).CaseloadPage),
    page('clients/new', async () => (await import('./NewClientPage.tsx')).NewClientPage),
    {
      ...page('clients/:clientId', async () => (await import('./ClientPage.tsx')).ClientPage, recordTabs),
      errorElement: <RecordFailure />,
    },
    page('clients/:clientId/edit', async () => (await import('./EditClientPage.tsx')).EditClientPage),
    page(
      'clients/:clientId/responses/:responseId/amend',
      async () => (await import('./AmendResponsePage.tsx')).AmendResponsePage,
    ),
    page('clients/:clientId/entry', async () => (await import('./EntryPage.tsx')).EntryPage),
    page('clients/:clientId/interview', async () => (await import('./InterviewPage.tsx')).InterviewPage),
    page('clients/:clientId/score-only', async () => (await import('./ScoreOnlyPage.tsx')).ScoreOnlyPage),
  ]),
  onlyFor({ resource: 'CLIENT_IMPORT', action: 'CREATE' }, [
    page('clients/import', async () => (await import('./ClientImportPage.tsx')).ClientImportPage),
    page('clients/import/:importId', async () => (await import('./ClientImportReviewPage.tsx')).ClientImportReviewPage),
  ]),
];
