import { text } from '@samenoud/texts';
import { Suspense } from 'react';
import { Outlet } from 'react-router';
import { RoundHead } from '../screening-rounds/RoundHead.tsx';
import classes from '../screening-rounds/screening-rounds.module.css';
import { LinkTabs } from '../ui/LinkTabs.tsx';
import { Loading } from '../ui/Loading.tsx';
import { useRound } from './use-round.ts';

/** One round: head and tabs stay, the part below them is a page of its own. */
export function RoundPage() {
  const { round } = useRound();
  const at = `/screening-rounds/${round.id}`;
  const tabs = [
    { to: at, label: text('screeningRounds.tabs.overview'), end: true },
    { to: `${at}/candidates`, label: text('screeningRounds.tabs.candidates') },
    { to: `${at}/letters`, label: text('screeningRounds.tabs.letters') },
    { to: `${at}/invitations`, label: text('screeningRounds.tabs.people') },
    { to: `${at}/questions`, label: text('screeningRounds.tabs.questions') },
  ];
  return (
    <>
      <title>{`${round.name} · ${text('common.productName')}`}</title>
      <RoundHead round={round} />
      <LinkTabs label={text('screeningRounds.tabs.label')} tabs={tabs} />
      <div className={classes['page']}>
        <Suspense fallback={<Loading />}>
          <Outlet />
        </Suspense>
      </div>
    </>
  );
}
