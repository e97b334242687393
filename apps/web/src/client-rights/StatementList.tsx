import { Button, Stack, Text } from '@mantine/core';
import { formatDutchDay } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import type { Statement } from './rights-queries.ts';
import classes from './client-rights.module.css';
import { dayWords } from './rights-words.ts';

type Props = { statements: readonly Statement[]; nameOf: (userId: string) => string | undefined; onWithdraw?: (statement: Statement) => void }; // prettier-ignore

/** What the client said, in her own words; taken back ones are marked as such. */
export function StatementList({ statements, nameOf, onWithdraw }: Props) {
  return (
    <ul className={classes['list']}>
      {statements.map((one) => (
        <li key={one.id}>
          <Stack gap={4} align="flex-start">
            <blockquote className={classes['said']}>{one.statement}</blockquote>
            <Text className={classes['quiet']}>{aboutWords(one, nameOf(one.recordedBy))}</Text>
            {one.withdrawn !== null && (
              <Text>
                {text('clientRights.statement.withdrawn', {
                  day: dayWords(one.withdrawn.at),
                  reason: one.withdrawn.reason,
                })}
              </Text>
            )}
            {one.withdrawn === null && onWithdraw !== undefined && (
              <Button variant="default" size="sm" onClick={() => onWithdraw(one)}>
                {text('clientRights.statement.withdraw')}
              </Button>
            )}
          </Stack>
        </li>
      ))}
    </ul>
  );
}

function aboutWords(
  { givenBy, givenOn, responseId, profileAssignmentId }: Statement,
  recorder: string | undefined,
): string {
  const about = responseId === null ? (profileAssignmentId === null ? 'record' : 'profile') : 'response';
  return text('clientRights.statement.said', {
    by: text(`clientRights.givenBy.${givenBy}`),
    day: formatDutchDay(givenOn),
    about: text(`clientRights.statement.about.${about}`),
    recorder: recorder ?? text('clientRights.somebody'),
  });
}
