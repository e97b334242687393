import { Text, Title } from '@mantine/core';
import { text } from '@samenoud/texts';
import { ApprovalsList } from '../approvals/ApprovalsList.tsx';

export function ApprovalsPage() {
  return (
    <>
      <title>{`${text('approvals.title')} · ${text('common.productName')}`}</title>
      <Title order={1}>{text('approvals.title')}</Title>
      <Text c="dimmed" mb="md" maw={720}>
        {text('approvals.intro')}
      </Text>
      <ApprovalsList />
    </>
  );
}
