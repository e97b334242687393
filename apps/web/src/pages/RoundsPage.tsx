import { Button, Group, Title } from '@mantine/core';
import { mayEver } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { Link } from 'react-router';
import { useSession } from '../platform/session/session-queries.ts';
import { BlankFormButton } from '../screening-rounds/BlankFormButton.tsx';
import { RoundList } from '../screening-rounds/RoundList.tsx';
import classes from '../screening-rounds/screening-rounds.module.css';
import { coversPractice } from './use-round.ts';

/** All rounds of the practice, and the way to a new one. */
export function RoundsPage() {
  const { role } = useSession().user;
  const mayMake = mayEver(role, 'SCREENING', 'CREATE') && coversPractice(role);
  return (
    <>
      <title>{`${text('screeningRounds.title')} · ${text('common.productName')}`}</title>
      <div className={classes['titleRow']}>
        <Title order={1}>{text('screeningRounds.title')}</Title>
        <Group>
          {mayEver(role, 'SCREENING', 'CREATE') && <BlankFormButton />}
          {mayMake && (
            <Button component={Link} to="/screening-rounds/new" variant="default">
              {text('screeningRounds.list.new')}
            </Button>
          )}
        </Group>
      </div>
      <RoundList mayMake={mayMake} />
    </>
  );
}
