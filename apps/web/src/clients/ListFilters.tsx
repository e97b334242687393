import { Button, NativeSelect } from '@mantine/core';
import { GAPS, type ProfileLabels } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useState } from 'react';
import { profileWord, useProfileLabels } from '../platform/profile-labels.tsx';
import { Chip, ChipGroup } from '../ui/Chips.tsx';
import { CLIENT_SORTS, type ClientSort, PROFILE_FILTERS, type ProfileFilter, STATUSES, TODOS } from './client-types.ts';
import classes from './clients.module.css';
import { countFilters, type ListView, NO_FILTERS } from './list-view.ts';

type Props = { view: ListView; onChange: (change: Partial<ListView>) => void };
type AllProps = Props & { /** Whether the person who looks can be somebody's case manager. */ mayBeMine: boolean };

const filterName = (profile: ProfileFilter, labels: ProfileLabels): string =>
  profile === 'NONE' ? text('clients.filter.NONE') : profileWord(profile, labels);

const toggled = <Code,>(codes: readonly Code[], code: Code): Code[] =>
  codes.includes(code) ? codes.filter((other) => other !== code) : [...codes, code];

/** Waiting work, status and the gaps of the safety net: behind a word, unless one of them is on. */
function MoreFilters({ view, onChange }: Props) {
  const active = view.statuses.length + view.gaps.length + view.todos.length;
  const [startsOpen] = useState(active > 0);
  const labels = useProfileLabels();
  const words = { frail: profileWord('FRAIL', labels), complex: profileWord('COMPLEX', labels) };
  return (
    <details className={classes['moreFilters']} open={startsOpen}>
      <summary>{active === 0 ? text('clients.filter.more') : text('clients.filter.moreActive', { n: active })}</summary>
      <div>
        <ChipGroup name={text('clients.filter.todo')}>
          {TODOS.map((todo) => (
            <Chip
              key={todo}
              label={text(`clients.filter.todos.${todo}`)}
              isOn={view.todos.includes(todo)}
              onToggle={() => onChange({ todos: toggled(view.todos, todo) })}
            />
          ))}
        </ChipGroup>
        <ChipGroup name={text('clients.filter.status')}>
          {STATUSES.map((status) => (
            <Chip
              key={status}
              label={text(`clients.status.${status}`)}
              isOn={view.statuses.includes(status)}
              onToggle={() => onChange({ statuses: toggled(view.statuses, status) })}
            />
          ))}
        </ChipGroup>
        <ChipGroup name={text('clients.filter.gap')}>
          {GAPS.map((gap) => (
            <Chip
              key={gap}
              label={text(`clients.filter.gaps.${gap}`, words)}
              isOn={view.gaps.includes(gap)}
              onToggle={() => onChange({ gaps: toggled(view.gaps, gap) })}
            />
          ))}
        </ChipGroup>
      </div>
    </details>
  );
}

/** Filters as chips, with "geen …" among the values, and the order of the list. */
export function ListFilters({ view, onChange, mayBeMine }: AllProps) {
  const labels = useProfileLabels();
  return (
    <div className={classes['filters']}>
      <ChipGroup name={text('clients.filter.profile')}>
        {PROFILE_FILTERS.map((profile) => (
          <Chip
            key={profile}
            label={filterName(profile, labels)}
            isOn={view.profiles.includes(profile)}
            onToggle={() => onChange({ profiles: toggled(view.profiles, profile) })}
          />
        ))}
      </ChipGroup>
      <ChipGroup name={text('clients.filter.missing')}>
        {(mayBeMine || view.mine) && (
          <Chip label={text('clients.filter.mine')} isOn={view.mine} onToggle={() => onChange({ mine: !view.mine })} />
        )}
        <Chip
          label={text('clients.filter.noCaseManager')}
          isOn={view.withoutCaseManager}
          onToggle={() => onChange({ withoutCaseManager: !view.withoutCaseManager })}
        />
        <Chip
          label={text('clients.filter.noGp')}
          isOn={view.withoutGp}
          onToggle={() => onChange({ withoutGp: !view.withoutGp })}
        />
      </ChipGroup>
      <MoreFilters view={view} onChange={onChange} />
      {countFilters(view) > 0 && (
        <Button variant="subtle" size="sm" px={0} onClick={() => onChange(NO_FILTERS)}>
          {text('clients.filter.clear')}
        </Button>
      )}
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
