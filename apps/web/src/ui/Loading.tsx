import { Text } from '@mantine/core';
import { text } from '@samenoud/texts';

/** Words rather than a spinner; late enough (see the style) that a quick answer never flashes. */
export function Loading() {
  return (
    <Text c="dimmed" p="lg" className="appears-late">
      {text('common.loading')}
    </Text>
  );
}
