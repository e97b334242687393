import { NavLink } from 'react-router';
import classes from './LinkTabs.module.css';

export type LinkTab = { to: string; label: string; end?: boolean };

/** Tabs that are places: each has its own address, so back, forward and a new window work. */
export function LinkTabs({ label, tabs }: { label: string; tabs: readonly LinkTab[] }) {
  return (
    <nav aria-label={label} className={classes['tabs']}>
      {tabs.map(({ to, label: name, end = false }) => (
        <NavLink key={to} to={to} end={end} className={classes['tab'] ?? ''}>
          {name}
        </NavLink>
      ))}
    </nav>
  );
}
