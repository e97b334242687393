import { Button } from '@mantine/core';
import { text } from '@samenoud/texts';
import { VersionConflict } from '../ui/VersionConflict.tsx';
import { codeWords } from './care-plan-words.ts';
import type { FieldValue, SavedFields } from './use-saved-fields.ts';

const shown = (value: FieldValue | undefined): string => (value === null || value === undefined || value === '' ? text('carePlans.none') : String(value)); // prettier-ignore

/** What two people wrote in one field at once: both versions, and a choice. Until then neither is lost. */
export function PlanConflicts({ fields: { conflicts, change } }: { fields: SavedFields }) {
  if (conflicts.length === 0) return null;
  return (
    <div>
      <VersionConflict
        title={text('carePlans.conflict.title')}
        subject={text('carePlans.conflict.subject')}
        rows={conflicts.map(({ item, mine, theirs }) => ({
          field: item,
          label: codeWords('field', item),
          mine: shown(mine),
          theirs: shown(theirs),
          isAdopted: false,
        }))}
        onTake={(field) => change(field, conflicts.find(({ item }) => item === field)?.theirs ?? null, 0)}
      />
      {conflicts.map(({ item, mine }) => (
        <Button
          key={item}
          variant="default"
          size="sm"
          aria-label={text('carePlans.conflict.keepOf', { field: codeWords('field', item) })}
          onClick={() => change(item, mine, 0)}
        >
          {text('carePlans.conflict.keep')}
        </Button>
      ))}
    </div>
  );
}
