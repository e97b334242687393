import { Text, Title } from '@mantine/core';
import { text } from '@samenoud/texts';
import { Outlet } from 'react-router';
import { LinkTabs } from '../ui/LinkTabs.tsx';

const TABS = [
  { to: '/logboek', label: text('accessLog.tabs.day'), end: true },
  { to: '/logboek/employee', label: text('accessLog.tabs.employee') },
  { to: '/logboek/client', label: text('accessLog.tabs.client') },
  { to: '/logboek/review', label: text('logReviews.title') },
];

/** The log officer's page: ways into the access log, and its monthly review. */
export function AccessLogPage() {
  return (
    <>
      <title>{`${text('accessLog.title')} · ${text('common.productName')}`}</title>
      <Title order={1} mb="xs">
        {text('accessLog.title')}
      </Title>
      <Text mb="md">{text('accessLog.intro')}</Text>
      <LinkTabs label={text('accessLog.tabs.label')} tabs={TABS} />
      <Outlet />
    </>
  );
}
