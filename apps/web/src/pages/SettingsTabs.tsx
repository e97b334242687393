import { text } from '@samenoud/texts';
import { LinkTabs } from '../ui/LinkTabs.tsx';

/** The parts of what a practice sets for itself. */
export const SettingsTabs = () => (
  <LinkTabs
    label={text('letterheads.tabs.label')}
    tabs={[
      { to: '/settings', label: text('letterheads.tabs.profiles'), end: true },
      { to: '/settings/letterhead', label: text('letterheads.tabs.letterhead') },
    ]}
  />
);
