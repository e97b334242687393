import { text } from '@samenoud/texts';
import { LinkTabs } from '../ui/LinkTabs.tsx';

const TABS = [
  { to: '/logboek', label: text('accessLog.tabs.day'), end: true },
  { to: '/logboek/employee', label: text('accessLog.tabs.employee') },
  { to: '/logboek/client', label: text('accessLog.tabs.client') },
  { to: '/logboek/review', label: text('logReviews.title') },
  { to: '/logboek/emergency', label: text('breakGlass.title') },
];

/** The parts of the log officer's page. */
export function LogTabs() {
  return <LinkTabs label={text('accessLog.tabs.label')} tabs={TABS} />;
}
