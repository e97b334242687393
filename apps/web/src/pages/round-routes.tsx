import type { RouteObject } from 'react-router';
import { firstPage, onlyFor, page } from './page-route.tsx';

/** The yearly round and the entry of what comes back. */
export const roundRoutes: RouteObject[] = [
  onlyFor({ resource: 'SCREENING', action: 'READ' }, [
    page('screening-rounds', async () => (await import('./RoundsPage.tsx')).RoundsPage),
    page('screening-rounds/new', async () => (await import('./NewRoundPage.tsx')).NewRoundPage),
    page('screening-rounds/:roundId/edit', async () => (await import('./EditRoundPage.tsx')).EditRoundPage),
    page('screening-rounds/:roundId', async () => (await import('./RoundPage.tsx')).RoundPage, [
      firstPage(async () => (await import('./RoundOverviewPage.tsx')).RoundOverviewPage),
      page('candidates', async () => (await import('./RoundCandidatesPage.tsx')).RoundCandidatesPage),
      page('letters', async () => (await import('./RoundLettersPage.tsx')).RoundLettersPage),
      page('invitations', async () => (await import('./RoundPeoplePage.tsx')).RoundPeoplePage),
      page('questions', async () => (await import('./RoundQuestionsPage.tsx')).RoundQuestionsPage),
    ]),
  ]),
  onlyFor({ resource: 'HEALTH_ANSWERS', action: 'CREATE' }, [
    page('entry', async () => (await import('./EntryStationPage.tsx')).EntryStationPage),
    page('second-entry', async () => (await import('./SecondEntriesPage.tsx')).SecondEntriesPage),
    page('second-entry/:entryId', async () => (await import('./SecondEntryPage.tsx')).SecondEntryPage),
  ]),
];
