import { Button } from '@mantine/core';
import { plural, text } from '@samenoud/texts';
import { type AgendaLine, isShared, type Meeting, toDiscuss } from './meeting-queries.ts';
import classes from './meetings.module.css';

/** „Aan 12 cliënten is nog niet gevraagd of zij besproken mogen worden”: who, each a button to write down what she said. */
export function NotAsked({ meeting, onAsk }: { meeting: Meeting; onAsk: (line: AgendaLine) => void }) {
  const lines = toDiscuss(meeting)
    .filter(isShared)
    .filter(({ clientAgreement }) => clientAgreement === 'NOT_ASKED');
  if (lines.length === 0) return null;
  return (
    <details className={classes['notAsked']}>
      <summary>{plural('teamMeetings.agreement.notAsked', lines.length)}</summary>
      <ul>
        {lines.map((line) => (
          <li key={line.id}>
            <Button
              variant="subtle"
              size="compact-sm"
              aria-label={text('teamMeetings.about', {
                act: text('teamMeetings.agreement.act'),
                name: line.clientName,
              })}
              onClick={() => onAsk(line)}
            >
              {line.clientName}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}
