import { Anchor, Text } from '@mantine/core';
import { text } from '@samenoud/texts';
import { Link } from 'react-router';

type Props = { id: string; mayEnter: boolean };

/** The assessment is shown at once, and is not the last word before the form was entered again. */
export function SecondEntryMark({ id, mayEnter }: Props) {
  const words = text('secondEntries.follows');
  return (
    <Text>
      <strong>
        {mayEnter ? (
          <Anchor component={Link} to={`/second-entry/${id}`} inherit>
            {words}
          </Anchor>
        ) : (
          words
        )}
      </strong>{' '}
      <Text span c="dimmed">
        {text('secondEntries.followsHint')}
      </Text>
    </Text>
  );
}
