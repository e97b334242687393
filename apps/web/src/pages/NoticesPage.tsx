import { Title } from '@mantine/core';
import { text } from '@samenoud/texts';
import { NoticeList } from '../notices/NoticeList.tsx';

export function NoticesPage() {
  return (
    <>
      <title>{`${text('notices.title')} · ${text('common.productName')}`}</title>
      <Title order={1} mb="md">
        {text('notices.title')}
      </Title>
      <NoticeList />
    </>
  );
}
