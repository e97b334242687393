import { Text, Title } from '@mantine/core';
import { text } from '@samenoud/texts';
import { Outlet } from 'react-router';
import { LogTabs } from './LogTabs.tsx';

/** The log officer's page: ways into the access log, and its monthly review. */
export function AccessLogPage() {
  return (
    <>
      <title>{`${text('accessLog.title')} · ${text('common.productName')}`}</title>
      <Title order={1} mb="xs">
        {text('accessLog.title')}
      </Title>
      <Text mb="md">{text('accessLog.intro')}</Text>
      <LogTabs />
      <Outlet />
    </>
  );
}
