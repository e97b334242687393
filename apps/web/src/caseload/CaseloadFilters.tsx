import { Button } from '@mantine/core';
import { text } from '@samenoud/texts';
import { profileWord, useProfileLabels } from '../platform/profile-labels.tsx';
import { Chip, ChipGroup } from '../ui/Chips.tsx';
import classes from './caseload.module.css';
import {
  CASELOAD_DUE,
  CASELOAD_GAPS,
  CASELOAD_PROFILES,
  type CaseloadView,
  countCaseloadFilters,
  NO_CASELOAD_FILTERS,
} from './caseload-view.ts';

type Props = { view: CaseloadView; onChange: (change: Partial<CaseloadView>) => void };

const toggled = <Code,>(codes: readonly Code[], code: Code): Code[] =>
  codes.includes(code) ? codes.filter((other) => other !== code) : [...codes, code];

/** What is due, the profile and what is missing, as chips; each group has its „geen …”. */
export function CaseloadFilters({ view, onChange }: Props) {
  const labels = useProfileLabels();
  return (
    <div className={classes['filters']}>
      <ChipGroup name={text('caseload.filter.due')}>
        {CASELOAD_DUE.map((code) => (
          <Chip
            key={code}
            label={text(code === 'NONE' ? 'caseload.filter.nothingDue' : `caseload.due.${code}`)}
            isOn={view.due.includes(code)}
            onToggle={() => onChange({ due: toggled(view.due, code) })}
          />
        ))}
      </ChipGroup>
      <ChipGroup name={text('caseload.filter.profile')}>
        {CASELOAD_PROFILES.map((profile) => (
          <Chip
            key={profile}
            label={profile === 'NONE' ? text('caseload.filter.noProfile') : profileWord(profile, labels)}
            isOn={view.profiles.includes(profile)}
            onToggle={() => onChange({ profiles: toggled(view.profiles, profile) })}
          />
        ))}
      </ChipGroup>
      <ChipGroup name={text('caseload.filter.missing')}>
        {CASELOAD_GAPS.map((gap) => (
          <Chip
            key={gap}
            label={text(`caseload.filter.gap.${gap}`)}
            isOn={view.gaps.includes(gap)}
            onToggle={() => onChange({ gaps: toggled(view.gaps, gap) })}
          />
        ))}
      </ChipGroup>
      {countCaseloadFilters(view) > 0 && (
        <Button variant="subtle" size="sm" px={0} onClick={() => onChange(NO_CASELOAD_FILTERS)}>
          {text('caseload.filter.clear')}
        </Button>
      )}
    </div>
  );
}
