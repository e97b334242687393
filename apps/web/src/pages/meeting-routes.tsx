import type { RouteObject } from 'react-router';
import { onlyFor, page } from './page-route.tsx';

/** Meetings of the Ouderenzorg Team: agenda, as it runs, minutes. */
export const meetingRoutes: RouteObject[] = [
  page('meetings/series', async () => (await import('./MeetingSeriesPage.tsx')).MeetingSeriesPage),
  onlyFor({ resource: 'MEETING', action: 'READ' }, [
    page('meetings', async () => (await import('./MeetingsPage.tsx')).MeetingsPage),
    page('meetings/look-back', async () => (await import('./LookBackPage.tsx')).LookBackPage),
    page('meetings/:meetingId', async () => (await import('./MeetingPage.tsx')).MeetingPage),
    page('meetings/:meetingId/run', async () => (await import('./RunMeetingPage.tsx')).RunMeetingPage),
    onlyFor({ resource: 'GP_REVIEW', action: 'READ' }, [
      page('meetings/:meetingId/review', async () => (await import('./ReviewProfilesPage.tsx')).ReviewProfilesPage),
    ]),
    onlyFor({ resource: 'MEDICAL_ANNEX', action: 'READ' }, [
      page('meetings/:meetingId/medical-annex', async () => (await import('./MedicalAnnexPage.tsx')).MedicalAnnexPage),
    ]),
    page('meetings/:meetingId/minutes', async () => (await import('./MeetingMinutesPage.tsx')).MeetingMinutesPage),
  ]),
];
