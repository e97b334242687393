import type { RouteObject } from 'react-router';
import { firstPage, onlyFor, page } from './page-route.tsx';

/** The access log, and the access that was taken in an emergency. */
export const logRoutes: RouteObject[] = [
  onlyFor({ resource: 'ACCESS_LOG_OVERVIEWS', action: 'READ' }, [
    page('logboek', async () => (await import('./AccessLogPage.tsx')).AccessLogPage, [
      firstPage(async () => (await import('../access-logs/LogByDay.tsx')).LogByDay),
      page('employee', async () => (await import('../access-logs/LogByEmployee.tsx')).LogByEmployee),
      page('client', async () => (await import('./LogOfClientPage.tsx')).LogOfClientPage),
      page('review', async () => (await import('../log-reviews/ReviewMonths.tsx')).ReviewMonths),
      page('review/:reviewId', async () => (await import('./LogReviewPage.tsx')).LogReviewPage),
    ]),
  ]),
  onlyFor({ resource: 'BREAK_GLASS', action: 'READ' }, [
    page('logboek/emergency', async () => (await import('./EmergencyReviewsPage.tsx')).EmergencyReviewsPage),
  ]),
  onlyFor({ resource: 'BREAK_GLASS', action: 'CREATE' }, [
    page('emergency-access', async () => (await import('./EmergencyAccessPage.tsx')).EmergencyAccessPage),
  ]),
];
