import { Text } from '@mantine/core';
import { text } from '@samenoud/texts';
import { IconEyeOff } from '@tabler/icons-react';

export type HiddenReason = 'ROLE' | 'NO_BASIS' | 'RESTRICTED';

/** Says that something is not shown, and by which rule; never what it is. */
export function HiddenNote({ code, what = text('common.hidden.something') }: { code: HiddenReason; what?: string }) {
  return (
    <Text c="dimmed" size="sm">
      <IconEyeOff size={16} aria-hidden style={{ verticalAlign: '-0.15em' }} />{' '}
      {text(`common.hidden.${code}`, { what })}
    </Text>
  );
}
