import { Text, Title } from '@mantine/core';
import { mayEver } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { whatText } from '../access-logs/access-log-words.ts';
import { EmergencyReviews } from '../break-glass/EmergencyReviews.tsx';
import { useSession } from '../platform/session/session-queries.ts';
import { LogTabs } from './LogTabs.tsx';

/** Every emergency access, judged by somebody else within seven days. */
export function EmergencyReviewsPage() {
  const { role } = useSession().user;
  return (
    <>
      <title>{`${text('breakGlass.review.title')} · ${text('common.productName')}`}</title>
      <Title order={1} mb="xs">
        {text('breakGlass.review.title')}
      </Title>
      <Text maw={720} mb="md">
        {text('breakGlass.review.intro')}
      </Text>
      {mayEver(role, 'ACCESS_LOG_OVERVIEWS', 'READ') && <LogTabs />}
      <EmergencyReviews wordsOf={whatText} />
    </>
  );
}
