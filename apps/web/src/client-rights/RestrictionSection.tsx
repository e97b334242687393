import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { formatDutchDay } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { announce } from '../platform/announcer.tsx';
import { useStepUp } from '../platform/session/use-step-up.tsx';
import classes from './client-rights.module.css';
import { ReasonDialog } from './ReasonDialog.tsx';
import { askRestriction, decideRestriction, liftRestriction, type Restriction, restrictionsQuery } from './rights-queries.ts'; // prettier-ignore
import { dayWords } from './rights-words.ts';
import { WishDialog } from './WishDialog.tsx';

const REASON_LIMIT = 500;

type Act = { kind: 'restrict' | 'refuse' | 'lift'; id: string };
type Props = { clientId: string; today: string; mayDecide: boolean };

/** The wish that nobody but the GP sees the record: asked for, decided on, lifted. */
export function RestrictionSection({ clientId, today, mayDecide }: Props) {
  const cache = useQueryClient();
  const { data } = useQuery(restrictionsQuery(clientId));
  const { guard, dialog } = useStepUp();
  const [isAsking, setAsking] = useState(false);
  const [act, setAct] = useState<Act>();
  async function done(words: string): Promise<void> {
    await cache.invalidateQueries({ queryKey: ['clients', clientId] });
    setAsking(false);
    setAct(undefined);
    announce(words);
  }
  const isOpen = data?.items.some(({ state }) => state === 'REQUESTED' || state === 'IN_FORCE') ?? true;
  return (
    <section>
      <Title order={2} mb="sm">
        {text('clientRights.restriction.heading')}
      </Title>
      <Text mb="sm">{text('clientRights.restriction.hint')}</Text>
      <ul className={classes['list']}>
        {data?.items.map((one) => (
          <li key={one.id}>
            <RestrictionLine restriction={one} mayDecide={mayDecide} onAct={(kind) => setAct({ kind, id: one.id })} />
          </li>
        ))}
      </ul>
      {!isOpen && (
        <Button variant="default" onClick={() => setAsking(true)}>
          {text('clientRights.restriction.add')}
        </Button>
      )}
      {isAsking && (
        <WishDialog
          kind="restriction"
          maximum={REASON_LIMIT}
          today={today}
          send={({ words, by, on }, key) => askRestriction(clientId, { reason: words, askedBy: by, askedOn: on }, key)}
          onDone={() => void done(text('clientRights.restriction.added'))}
          onClose={() => setAsking(false)}
        />
      )}
      {act !== undefined && (
        <ReasonDialog
          act={act.kind}
          send={(reason) => guard(() => carryOut(act, reason))}
          onDone={() => void done(text(`clientRights.act.${act.kind}.done`))}
          onClose={() => setAct(undefined)}
        />
      )}
      {dialog}
    </section>
  );
}

function carryOut({ kind, id }: Act, reason: string): Promise<Restriction> {
  if (kind === 'lift') return liftRestriction(id, reason);
  return decideRestriction(id, kind === 'restrict' ? 'RESTRICT' : 'REFUSE', reason);
}

type LineProps = { restriction: Restriction; mayDecide: boolean; onAct: (kind: Act['kind']) => void };

function RestrictionLine({ restriction, mayDecide, onAct }: LineProps) {
  const { state, reason, askedBy, askedOn, decidedAt, decisionReason, liftedAt, liftReason } = restriction;
  return (
    <Stack gap={4}>
      <strong>{text(`clientRights.restriction.state.${state}`)}</strong>
      <Text>
        {text('clientRights.restriction.asked', {
          by: text(`clientRights.givenBy.${askedBy}`),
          day: formatDutchDay(askedOn),
          reason,
        })}
      </Text>
      {decidedAt !== null && (
        <Text>
          {text('clientRights.restriction.decided', { day: dayWords(decidedAt), reason: decisionReason ?? '' })}
        </Text>
      )}
      {liftedAt !== null && (
        <Text>{text('clientRights.restriction.lifted', { day: dayWords(liftedAt), reason: liftReason ?? '' })}</Text>
      )}
      {mayDecide && state === 'REQUESTED' && (
        <Group>
          <Button variant="default" onClick={() => onAct('restrict')}>
            {text('clientRights.act.restrict.do')}
          </Button>
          <Button variant="default" onClick={() => onAct('refuse')}>
            {text('clientRights.act.refuse.do')}
          </Button>
        </Group>
      )}
      {mayDecide && state === 'IN_FORCE' && (
        <Group>
          <Button variant="default" onClick={() => onAct('lift')}>
            {text('clientRights.act.lift.do')}
          </Button>
        </Group>
      )}
      {!mayDecide && state === 'REQUESTED' && <Text>{text('clientRights.restriction.waiting')}</Text>}
    </Stack>
  );
}
