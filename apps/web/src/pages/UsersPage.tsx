import { Text, Title } from '@mantine/core';
import { text } from '@samenoud/texts';
import { Outlet } from 'react-router';
import { LinkTabs } from '../ui/LinkTabs.tsx';

const TABS = [
  { to: '/users', label: text('users.tabs.all'), end: true },
  { to: '/users/recertification', label: text('users.tabs.recertification') },
];

/** The people of the practice network, for who keeps the list and for who checks it. */
export function UsersPage() {
  return (
    <>
      <title>{`${text('users.title')} · ${text('common.productName')}`}</title>
      <Title order={1} mb="xs">
        {text('users.title')}
      </Title>
      <Text mb="md">{text('users.intro')}</Text>
      <LinkTabs label={text('users.tabs.label')} tabs={TABS} />
      <Outlet />
    </>
  );
}
