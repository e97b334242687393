import { Title } from '@mantine/core';
import { text } from '@samenoud/texts';
import { useSuspenseQuery } from '@tanstack/react-query';
import { EmptyState } from '../ui/EmptyState.tsx';
import { type Handover, type HandoverAct, handoversQuery } from './handover-queries.ts';
import { HandoverLines } from './HandoverLines.tsx';
import classes from './handovers.module.css';

type Props = { ownId: string; isGp: boolean; colleagueOf: (userId: string) => string };

type Section = { title: string; items: readonly Handover[]; acts: readonly HandoverAct[] };

/** What waits, what runs, and what became of the rest; a section without anything in it is not there. */
export function HandoverSections({ ownId, isGp, colleagueOf }: Props) {
  const { data: all } = useSuspenseQuery(handoversQuery);
  const mine = ({ toUserId }: Handover): boolean => toUserId === ownId;
  const isTemporary = ({ state, untilOn }: Handover): boolean => state === 'ACCEPTED' && untilOn !== null;
  const mayEnd = (one: Handover): boolean => isGp || mine(one) || one.fromUserId === ownId;
  const proposed = all.filter(({ state }) => state === 'PROPOSED');
  const running = all.filter(isTemporary);
  const shown: Section[] = [
    { title: text('handovers.waiting'), items: proposed.filter(mine), acts: ['accept', 'decline'] },
    {
      title: text('handovers.open'),
      items: proposed.filter((one) => !mine(one) && one.proposedBy === ownId),
      acts: ['withdraw'],
    },
    {
      title: text('handovers.open'),
      items: proposed.filter((one) => !mine(one) && one.proposedBy !== ownId),
      acts: [],
    },
    { title: text('handovers.running'), items: running.filter(mayEnd), acts: ['end'] },
    { title: text('handovers.running'), items: running.filter((one) => !mayEnd(one)), acts: [] },
    {
      title: text('handovers.past'),
      items: all.filter((one) => one.state !== 'PROPOSED' && !isTemporary(one)),
      acts: [],
    },
  ];
  if (all.length === 0) return <EmptyState title={text('handovers.none')} hint={text('handovers.noneHint')} />;
  return shown
    .filter(({ items }) => items.length > 0)
    .map(({ title, items, acts }) => (
      <section key={`${title} ${acts.join(' ')}`} className={classes['section']}>
        <Title order={2}>{title}</Title>
        <HandoverLines items={items} acts={acts} colleagueOf={colleagueOf} />
      </section>
    ));
}
