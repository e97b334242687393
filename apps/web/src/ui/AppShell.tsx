import { text } from '@samenoud/texts';
import type { ReactNode } from 'react';
import { NavLink, useLocation } from 'react-router';
import classes from './AppShell.module.css';
import { MenuButton } from './MenuButton.tsx';

export type NavEntry = { to: string; label: string };
type Props = {
  practiceName: string;
  entries: readonly NavEntry[];
  isDemo: boolean;
  /** What stands at the right of the header: search and account. */
  actions: ReactNode;
  /** What is true on every page and has to be seen there. */
  notice?: ReactNode;
  children: ReactNode;
};

export const MAIN_ID = 'main';

/** As many entries as fit beside search and account on a laptop of 1280 px; the rest is under „Meer”. */
const SHOWN = 5;

/** Moves the focus itself: a link to `#main` would leave a fragment in the address. */
function skipToMain(): void {
  document.getElementById(MAIN_ID)?.focus();
}

export function AppShell({ practiceName, entries, isDemo, actions, notice, children }: Props) {
  return (
    <div className={classes['shell']}>
      <button type="button" className={classes['skip']} onClick={skipToMain}>
        {text('common.skipToContent')}
      </button>
      <header>
        {isDemo && (
          <p className={classes['demo']} role="note">
            {text('common.demoBanner')}
          </p>
        )}
        <div className={classes['header']}>
          <div className={classes['place']}>
            <span className={classes['product']}>{text('common.productName')}</span>
            <span className={classes['practice']}>{practiceName}</span>
          </div>
          <nav aria-label={text('common.mainNavigation')} className={classes['nav']}>
            {entries.slice(0, SHOWN).map(({ to, label }) => (
              <NavLink key={to} to={to} className={classes['link'] ?? ''}>
                {label}
              </NavLink>
            ))}
            {entries.length > SHOWN && <MoreEntries entries={entries.slice(SHOWN)} />}
          </nav>
          <div className={classes['actions']}>{actions}</div>
        </div>
        {notice}
      </header>
      <main id={MAIN_ID} tabIndex={-1} className={classes['main']}>
        {children}
      </main>
    </div>
  );
}

function MoreEntries({ entries }: { entries: readonly NavEntry[] }) {
  const { pathname } = useLocation();
  const isCurrent = entries.some(({ to }) => `${pathname}/`.startsWith(`${to}/`));
  return (
    <MenuButton label={text('common.nav.more')} isCurrent={isCurrent} side="LEFT">
      {entries.map(({ to, label }) => (
        <NavLink key={to} to={to}>
          {label}
        </NavLink>
      ))}
    </MenuButton>
  );
}
