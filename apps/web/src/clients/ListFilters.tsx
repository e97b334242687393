import { NativeSelect } from '@mantine/core';
import { text } from '@samenoud/texts';
import { CLIENT_SORTS, type ClientSort, PROFILE_FILTERS, type ProfileFilter } from './client-types.ts';
import classes from './clients.module.css';
import type { ListView } from './list-view.ts';

type Props = { view: ListView; onChange: (change: Partial<ListView>) => void };

const profileName = (profile: ProfileFilter): string =>
  profile === 'NONE' ? text('clients.filter.NONE') : text(`common.profile.${profile}`);

function Chip({ label, isOn, onToggle }: { label: string; isOn: boolean; onToggle: () => void }) {
  return (
    <button type="button" className={classes['chip']} aria-pressed={isOn} onClick={onToggle}>
      {label}
    </button>
  );
}

/** Filters as chips, with "geen …" among the values, and the order of the list. */
export function ListFilters({ view, onChange }: Props) {
  const toggle = (profile: ProfileFilter): void => {
    const isOn = view.profiles.includes(profile);
    onChange({ profiles: isOn ? view.profiles.filter((other) => other !== profile) : [...view.profiles, profile] });
  };
  return (
    <div className={classes['filters']}>
      <div role="group" aria-label={text('clients.filter.title')} className={classes['chips']}>
        {PROFILE_FILTERS.map((profile) => (
          <Chip
            key={profile}
            label={profileName(profile)}
            isOn={view.profiles.includes(profile)}
            onToggle={() => toggle(profile)}
          />
        ))}
        <Chip
          label={text('clients.filter.noCaseManager')}
          isOn={view.withoutCaseManager}
          onToggle={() => onChange({ withoutCaseManager: !view.withoutCaseManager })}
        />
      </div>
      <NativeSelect
        size="sm"
        label={text('clients.sort.label')}
        classNames={{ root: classes['sort'] ?? '' }}
        value={view.sort}
        data={CLIENT_SORTS.map((sort) => ({ value: sort, label: text(`clients.sort.${sort}`) }))}
        onChange={({ currentTarget }) => onChange({ sort: currentTarget.value as ClientSort })}
      />
    </div>
  );
}
