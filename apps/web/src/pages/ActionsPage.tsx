import { Anchor, Text, Title } from '@mantine/core';
import { ACTION_STATES, dayOfInstant, mayBeCaseManager } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { OwnActions } from '../actions/OwnActions.tsx';
import { useSession } from '../platform/session/session-queries.ts';
import { Chip, ChipGroup } from '../ui/Chips.tsx';
import { useColleagues } from './use-colleagues.ts';

/** „Mijn acties”: what stands on one's own name, and one click away what is done or cancelled. */
export function ActionsPage() {
  const { user } = useSession();
  const colleagues = useColleagues();
  const [today] = useState(() => dayOfInstant(Date.now()));
  const [address, setAddress] = useSearchParams();
  const state = ACTION_STATES.find((one) => one === address.get('state')) ?? 'OPEN';
  const isCaseManager = mayBeCaseManager(user.role);
  return (
    <>
      <title>{`${text('actions.mine.title')} · ${text('common.productName')}`}</title>
      <Title order={1}>{text('actions.mine.title')}</Title>
      <Text c="dimmed" mb="md">
        {text('actions.mine.intro')}
      </Text>
      <ChipGroup name={text('actions.mine.show')}>
        {ACTION_STATES.map((one) => (
          <Chip
            key={one}
            label={text(`actions.mine.state.${one}`)}
            isOn={one === state}
            onToggle={() => setAddress(one === 'OPEN' ? {} : { state: one }, { replace: true })}
          />
        ))}
      </ChipGroup>
      <OwnActions
        key={state}
        state={state}
        today={today}
        nameOf={(id) => (id === null ? undefined : colleagues.get(id)?.displayName) ?? text('contacts.somebody')}
        firstStep={
          <Anchor component={Link} to={isCaseManager ? '/caseload' : '/clients'}>
            {text(isCaseManager ? 'actions.mine.toCaseload' : 'actions.mine.toClients')}
          </Anchor>
        }
      />
    </>
  );
}
