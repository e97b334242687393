import { Title } from '@mantine/core';
import { addDays } from '@samenoud/domain';
import { plural, text } from '@samenoud/texts';
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { Link } from 'react-router';
import { Rows } from '../ui/Rows.tsx';
import classes from './caseload.module.css';
import { type CaseloadItem, ownCaseloadQuery } from './caseload-queries.ts';
import { DueLine } from './DueLine.tsx';

const SHOWN = 20;

type Props = { today: string; colleagueOf: (userId: string) => string };

export type DueWork = { now: readonly CaseloadItem[]; week: readonly CaseloadItem[]; isQuiet: boolean };

/** What is late, and what is due or comes within seven days; a hand-over that waits has a place of its own on this page. */
function workOf(items: readonly CaseloadItem[], today: string): DueWork {
  const work = items.map((item) => ({ ...item, due: item.due.filter(({ code }) => code !== 'HANDOVER_WAITING') }));
  const isLate = ({ due }: CaseloadItem): boolean => due.some(({ overdue }) => overdue);
  const weekEnd = addDays(today, 6);
  const isSoon = ({ due, nextContactOn }: CaseloadItem): boolean =>
    due.length > 0 || (nextContactOn !== null && nextContactOn <= weekEnd);
  const [now, week] = [work.filter(isLate), work.filter((item) => !isLate(item) && isSoon(item))];
  return { now, week, isQuiet: items.length > 0 && now.length + week.length === 0 };
}

/** The work of a case manager; nobody else has any. */
export function useDueWork(isCaseManager: boolean, today: string): DueWork | undefined {
  const { data } = useQuery({ ...ownCaseloadQuery, enabled: isCaseManager });
  return data && workOf(data.items, today);
}

function Part({
  title,
  hint,
  items,
  ...props
}: Props & { title: string; hint: string; items: readonly CaseloadItem[] }) {
  const titleId = useId();
  const more = items.length - SHOWN;
  return (
    <section aria-labelledby={titleId} className={classes['part']}>
      <Title order={2} id={titleId}>
        {title} <span className={classes['total']}>{items.length}</span>
      </Title>
      <p className={classes['quiet']}>{hint}</p>
      <Rows className={classes['lines']}>
        {items.slice(0, SHOWN).map((item) => (
          <DueLine key={item.id} item={item} {...props} />
        ))}
      </Rows>
      {more > 0 && (
        <p className={classes['quiet']}>
          {plural('today.more', more)}: <Link to="/caseload">{text('caseload.title')}</Link>
        </p>
      )}
    </section>
  );
}

/** „Nu eerst” and „Deze week” of a case manager. */
export function DueToday({ work: { now, week, isQuiet }, ...props }: Props & { work: DueWork }) {
  return (
    <>
      {now.length > 0 && (
        <Part title={text('caseload.now.title')} hint={text('caseload.now.hint')} items={now} {...props} />
      )}
      {week.length > 0 && (
        <Part title={text('caseload.week.title')} hint={text('caseload.week.hint')} items={week} {...props} />
      )}
      {isQuiet && (
        <p className={classes['quiet']}>
          {text('caseload.quiet')} <Link to="/caseload">{text('caseload.title')}</Link>
        </p>
      )}
    </>
  );
}
