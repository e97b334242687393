import { Button } from '@mantine/core';
import { text } from '@samenoud/texts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import { Link, useLocation, useNavigate } from 'react-router';
import { announce } from '../platform/announcer.tsx';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import { clockOf } from '../ui/clock.ts';
import classes from './break-glass.module.css';
import { currentEmergencyQuery, type EmergencyAccess, endEmergency, forgetRecord } from './emergency-queries.ts';
import { NoteDialog } from './NoteDialog.tsx';

/** No timer of a browser waits longer than this. */
const LONGEST_MS = 2_147_483_647;

/** While an emergency access runs: until when, why, and how to end it, on every page. */
export function EmergencyBanner({ mayBegin }: { mayBegin: boolean }) {
  const { data: access } = useQuery(currentEmergencyQuery(mayBegin));
  return access ? <Running key={access.id} access={access} /> : null;
}

function Running({ access }: { access: EmergencyAccess }) {
  const { id, clientId, reasonCode, reason, endsAt } = access;
  const cache = useQueryClient();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const [isNoting, setNoting] = useState(false);
  const record = `/clients/${clientId}`;
  const isInRecord = pathname === record || pathname.startsWith(`${record}/`);

  async function close(words: string): Promise<void> {
    announce(words);
    if (isInRecord) await navigate('/emergency-access', { state: { said: words } });
    forgetRecord(cache, clientId, null);
  }
  const onOver = useEffectEvent(() => void close(text('breakGlass.banner.over')));
  useEffect(() => {
    const timer = setTimeout(() => onOver(), Math.min(Math.max(Date.parse(endsAt) - Date.now(), 0), LONGEST_MS));
    return () => clearTimeout(timer);
  }, [endsAt]);
  const end = useMutation({
    mutationFn: () => endEmergency(id),
    onSuccess: () => close(text('breakGlass.banner.ended')),
  });

  return (
    <section aria-label={text('breakGlass.banner.label')} className={classes['banner']}>
      <p>
        <strong>{text('breakGlass.banner.until', { time: clockOf(endsAt) })}</strong>{' '}
        {text('breakGlass.banner.reason', { code: text(`breakGlass.reason.${reasonCode}`), text: reason })}
      </p>
      {end.error !== null && <ProblemSummary error={end.error} />}
      <div className={classes['acts']}>
        {!isInRecord && <Link to={record}>{text('breakGlass.banner.toRecord')}</Link>}
        <Button variant="default" size="sm" onClick={() => setNoting(true)}>
          {text('breakGlass.banner.note')}
        </Button>
        <Button variant="default" size="sm" loading={end.isPending} onClick={() => end.mutate()}>
          {text('breakGlass.banner.end')}
        </Button>
      </div>
      {isNoting && <NoteDialog emergencyId={id} onClose={() => setNoting(false)} />}
    </section>
  );
}
