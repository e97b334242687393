import { useQuery } from '@tanstack/react-query';
import { text } from '@samenoud/texts';
import type { ReactNode } from 'react';
import { healthQuery } from '../platform/session/session-queries.ts';
import { HelpLine } from './HelpLine.tsx';
import classes from './page.module.css';
import type { PracticeContact } from './questionnaire-types.ts';

type Props = { practice: PracticeContact | undefined; children: ReactNode };

/** What every page has: from whom it is, and whom to call. */
export function PageFrame({ practice, children }: Props) {
  const { data: health } = useQuery(healthQuery);
  return (
    <div className={classes['page']}>
      <header className={classes['header']}>
        {health?.demo === true && <p className={classes['banner']}>{text('publicQuestionnaire.demoBanner')}</p>}
        <p className={classes['from']}>{practice?.name ?? text('publicQuestionnaire.title')}</p>
      </header>
      <main className={classes['main']}>{children}</main>
      <footer className={classes['footer']}>
        <div>
          <HelpLine practice={practice} />
        </div>
      </footer>
    </div>
  );
}
