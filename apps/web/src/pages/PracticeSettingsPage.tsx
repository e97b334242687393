import { Text, Title } from '@mantine/core';
import { mayEver, RULE } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useSuspenseQuery } from '@tanstack/react-query';
import { LifeAreasForm } from '../care-plans/LifeAreasForm.tsx';
import { practiceSettingsQuery } from '../platform/practice-settings.ts';
import { useSession } from '../platform/session/session-queries.ts';
import { SettingsForm } from '../practice-settings/SettingsForm.tsx';
import { SignalRulesForm } from '../signals/SignalRulesForm.tsx';
import { IntendedPurpose } from '../profiles/IntendedPurpose.tsx';
import { NotFoundPage } from './NotFoundPage.tsx';
import { SettingsTabs } from './SettingsTabs.tsx';

/** What the practice calls the profiles, and from which scores they are proposed. */
export function PracticeSettingsPage() {
  const { user } = useSession();
  const { data: settings } = useSuspenseQuery(practiceSettingsQuery);
  if (!mayEver(user.role, 'PRACTICE_SETTINGS', 'UPDATE')) return <NotFoundPage />;
  return (
    <>
      <title>{`${text('practiceSettings.title')} · ${text('common.productName')}`}</title>
      <Title order={1}>{text('practiceSettings.title')}</Title>
      <SettingsTabs />
      <Text c="dimmed" mt="md" mb="lg" maw={640}>
        {text('practiceSettings.intro')}
      </Text>
      <SettingsForm settings={settings} />
      <SignalRulesForm />
      <LifeAreasForm />
      <IntendedPurpose ruleVersion={RULE.version} />
    </>
  );
}
