import { createBrowserRouter, Navigate } from 'react-router';
import { PracticeLabels } from '../platform/PracticeLabels.tsx';
import { Loading } from '../ui/Loading.tsx';
import { AppFrame } from './AppFrame.tsx';
import { NotFoundPage } from './NotFoundPage.tsx';
import { OnlyFor } from './OnlyFor.tsx';
import { RecordFailure } from './RecordFailure.tsx';
import { RouteFailure } from './RouteFailure.tsx';

/** One lazy file per page. The words in the addresses are those of the API. */
export const createAppRouter = () =>
  createBrowserRouter([
    {
      element: (
        <PracticeLabels>
          <AppFrame />
        </PracticeLabels>
      ),
      errorElement: (
        <main>
          <RouteFailure />
        </main>
      ),
      HydrateFallback: Loading,
      children: [
        {
          errorElement: <RouteFailure />,
          children: [
            { index: true, element: <Navigate to="/today" replace /> },
            { path: 'account', lazy: { Component: async () => (await import('./AccountPage.tsx')).AccountPage } },
            { path: 'notices', lazy: { Component: async () => (await import('./NoticesPage.tsx')).NoticesPage } },
            { path: 'today', lazy: { Component: async () => (await import('./TodayPage.tsx')).TodayPage } },
            {
              element: <OnlyFor resource="IDENTITY" action="READ" />,
              children: [
                { path: 'clients', lazy: { Component: async () => (await import('./ClientsPage.tsx')).ClientsPage } },
                {
                  path: 'clients/new',
                  lazy: { Component: async () => (await import('./NewClientPage.tsx')).NewClientPage },
                },
                {
                  path: 'clients/:clientId',
                  lazy: { Component: async () => (await import('./ClientPage.tsx')).ClientPage },
                  errorElement: <RecordFailure />,
                  children: [
                    {
                      index: true,
                      lazy: { Component: async () => (await import('./ClientOverview.tsx')).ClientOverview },
                    },
                    {
                      path: 'profiles',
                      lazy: { Component: async () => (await import('./ClientProfilesPage.tsx')).ClientProfilesPage },
                    },
                    {
                      path: 'privacy',
                      lazy: { Component: async () => (await import('./ClientPrivacyPage.tsx')).ClientPrivacyPage },
                      children: [
                        {
                          index: true,
                          lazy: { Component: async () => (await import('./ClientConsentPage.tsx')).ClientConsentPage },
                        },
                        {
                          path: 'access',
                          lazy: { Component: async () => (await import('./ClientAccessPage.tsx')).ClientAccessPage },
                        },
                        {
                          path: 'destruction',
                          lazy: {
                            Component: async () => (await import('./ClientDestructionPage.tsx')).ClientDestructionPage,
                          },
                        },
                        {
                          path: 'rights',
                          lazy: { Component: async () => (await import('./ClientRightsPage.tsx')).ClientRightsPage },
                        },
                      ],
                    },
                    {
                      path: 'team',
                      lazy: { Component: async () => (await import('./ClientTeamPage.tsx')).ClientTeamPage },
                    },
                    {
                      path: 'access-log',
                      lazy: { Component: async () => (await import('./ClientLogPage.tsx')).ClientLogPage },
                    },
                  ],
                },
                {
                  path: 'clients/:clientId/edit',
                  lazy: { Component: async () => (await import('./EditClientPage.tsx')).EditClientPage },
                },
                {
                  path: 'clients/:clientId/responses/:responseId/amend',
                  lazy: { Component: async () => (await import('./AmendResponsePage.tsx')).AmendResponsePage },
                },
                {
                  path: 'clients/:clientId/entry',
                  lazy: { Component: async () => (await import('./EntryPage.tsx')).EntryPage },
                },
                {
                  path: 'clients/:clientId/interview',
                  lazy: { Component: async () => (await import('./InterviewPage.tsx')).InterviewPage },
                },
                {
                  path: 'clients/:clientId/score-only',
                  lazy: { Component: async () => (await import('./ScoreOnlyPage.tsx')).ScoreOnlyPage },
                },
              ],
            },
            {
              element: <OnlyFor resource="CLIENT_IMPORT" action="CREATE" />,
              children: [
                {
                  path: 'clients/import',
                  lazy: { Component: async () => (await import('./ClientImportPage.tsx')).ClientImportPage },
                },
                {
                  path: 'clients/import/:importId',
                  lazy: {
                    Component: async () => (await import('./ClientImportReviewPage.tsx')).ClientImportReviewPage,
                  },
                },
              ],
            },
            {
              element: <OnlyFor resource="SCREENING" action="READ" />,
              children: [
                {
                  path: 'screening-rounds',
                  lazy: { Component: async () => (await import('./RoundsPage.tsx')).RoundsPage },
                },
                {
                  path: 'screening-rounds/new',
                  lazy: { Component: async () => (await import('./NewRoundPage.tsx')).NewRoundPage },
                },
                {
                  path: 'screening-rounds/:roundId/edit',
                  lazy: { Component: async () => (await import('./EditRoundPage.tsx')).EditRoundPage },
                },
                {
                  path: 'screening-rounds/:roundId',
                  lazy: { Component: async () => (await import('./RoundPage.tsx')).RoundPage },
                  children: [
                    {
                      index: true,
                      lazy: { Component: async () => (await import('./RoundOverviewPage.tsx')).RoundOverviewPage },
                    },
                    {
                      path: 'candidates',
                      lazy: { Component: async () => (await import('./RoundCandidatesPage.tsx')).RoundCandidatesPage },
                    },
                    {
                      path: 'letters',
                      lazy: { Component: async () => (await import('./RoundLettersPage.tsx')).RoundLettersPage },
                    },
                    {
                      path: 'invitations',
                      lazy: { Component: async () => (await import('./RoundPeoplePage.tsx')).RoundPeoplePage },
                    },
                    {
                      path: 'questions',
                      lazy: { Component: async () => (await import('./RoundQuestionsPage.tsx')).RoundQuestionsPage },
                    },
                  ],
                },
              ],
            },
            {
              element: <OnlyFor resource="CASE_MANAGER" action="UPDATE" />,
              children: [
                {
                  path: 'handovers',
                  lazy: { Component: async () => (await import('./HandoversPage.tsx')).HandoversPage },
                },
              ],
            },
            {
              path: 'instruments',
              lazy: { Component: async () => (await import('./InstrumentsPage.tsx')).InstrumentsPage },
            },
            {
              path: 'settings/letterhead',
              lazy: { Component: async () => (await import('./LetterheadPage.tsx')).LetterheadPage },
            },
            {
              element: <OnlyFor resource="USERS" action="READ" />,
              children: [
                {
                  path: 'settings/sign-in',
                  lazy: { Component: async () => (await import('./SignInSettingsPage.tsx')).SignInSettingsPage },
                },
              ],
            },
            {
              path: 'settings',
              lazy: { Component: async () => (await import('./PracticeSettingsPage.tsx')).PracticeSettingsPage },
            },
            {
              element: <OnlyFor resource="HEALTH_ANSWERS" action="CREATE" />,
              children: [
                {
                  path: 'entry',
                  lazy: { Component: async () => (await import('./EntryStationPage.tsx')).EntryStationPage },
                },
                {
                  path: 'second-entry',
                  lazy: { Component: async () => (await import('./SecondEntriesPage.tsx')).SecondEntriesPage },
                },
                {
                  path: 'second-entry/:entryId',
                  lazy: { Component: async () => (await import('./SecondEntryPage.tsx')).SecondEntryPage },
                },
              ],
            },
            {
              element: <OnlyFor resource="ACCESS_LOG_OVERVIEWS" action="READ" />,
              children: [
                {
                  path: 'logboek',
                  lazy: { Component: async () => (await import('./AccessLogPage.tsx')).AccessLogPage },
                  children: [
                    {
                      index: true,
                      lazy: { Component: async () => (await import('../access-logs/LogByDay.tsx')).LogByDay },
                    },
                    {
                      path: 'employee',
                      lazy: { Component: async () => (await import('../access-logs/LogByEmployee.tsx')).LogByEmployee },
                    },
                    {
                      path: 'client',
                      lazy: { Component: async () => (await import('../access-logs/LogByClient.tsx')).LogByClient },
                    },
                    {
                      path: 'review',
                      lazy: { Component: async () => (await import('../log-reviews/ReviewMonths.tsx')).ReviewMonths },
                    },
                    {
                      path: 'review/:reviewId',
                      lazy: { Component: async () => (await import('./LogReviewPage.tsx')).LogReviewPage },
                    },
                  ],
                },
              ],
            },
            {
              element: <OnlyFor resource="BULK_EXPORT" action="EXPORT" />,
              children: [
                {
                  path: 'bulk-exports',
                  lazy: { Component: async () => (await import('./BulkExportsPage.tsx')).BulkExportsPage },
                },
              ],
            },
            {
              path: 'destructions',
              lazy: { Component: async () => (await import('./DestructionsPage.tsx')).DestructionsPage },
            },
            {
              path: 'retention',
              lazy: { Component: async () => (await import('./RetentionPage.tsx')).RetentionPage },
            },
            {
              path: 'merges',
              lazy: { Component: async () => (await import('./MergesPage.tsx')).MergesPage },
            },
            {
              path: 'merges/compare/:oneId/:otherId',
              lazy: { Component: async () => (await import('./ComparePage.tsx')).ComparePage },
            },
            {
              path: 'merges/:mergeId',
              lazy: { Component: async () => (await import('./MergePage.tsx')).MergePage },
            },
            {
              path: 'approvals',
              lazy: { Component: async () => (await import('./ApprovalsPage.tsx')).ApprovalsPage },
            },
            {
              element: <OnlyFor resource="USERS" action="READ" />,
              children: [
                {
                  path: 'users',
                  lazy: { Component: async () => (await import('./UsersPage.tsx')).UsersPage },
                  children: [
                    {
                      index: true,
                      lazy: { Component: async () => (await import('./UsersOverviewPage.tsx')).UsersOverviewPage },
                    },
                    {
                      path: 'recertification',
                      lazy: { Component: async () => (await import('./RecertificationPage.tsx')).RecertificationPage },
                    },
                  ],
                },
              ],
            },
            {
              element: <OnlyFor resource="BREAK_GLASS" action="READ" />,
              children: [
                {
                  path: 'logboek/emergency',
                  lazy: { Component: async () => (await import('./EmergencyReviewsPage.tsx')).EmergencyReviewsPage },
                },
              ],
            },
            {
              element: <OnlyFor resource="BREAK_GLASS" action="CREATE" />,
              children: [
                {
                  path: 'emergency-access',
                  lazy: { Component: async () => (await import('./EmergencyAccessPage.tsx')).EmergencyAccessPage },
                },
              ],
            },
            {
              path: 'safety-net',
              lazy: { Component: async () => (await import('./SafetyNetPage.tsx')).SafetyNetPage },
            },
            { path: '*', element: <NotFoundPage /> },
          ],
        },
      ],
    },
  ]);
