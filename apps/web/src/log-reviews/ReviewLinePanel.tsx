import { Text, Title } from '@mantine/core';
import { text } from '@samenoud/texts';
import { type ReactNode, useState } from 'react';
import { Button } from '@mantine/core';
import type { ReviewLine } from './log-review-types.ts';
import { dayText, personText, whatText, whenText } from './log-review-words.ts';
import { OutcomeForm } from './OutcomeForm.tsx';

type Props = {
  line: ReviewLine;
  title: string;
  isSigned: boolean;
  onJudged: (line: ReviewLine) => void;
  children: ReactNode;
};

/** Who did what when, why it stands here, what was said of it, and what is said now. */
export function ReviewLinePanel({ line, title, isSigned, onJudged, children }: Props) {
  const [showsEvents, setShowsEvents] = useState(false);
  const isOpen = !isSigned || line.verdict === 'LOOK_FURTHER';
  return (
    <section aria-label={title}>
      <Title order={3} mt="md">
        {title}
      </Title>
      <Text>{personText(line)}</Text>
      <Text>{whenText(line)}</Text>
      <Text>{whatText(line)}</Text>
      <Title order={4} mt="sm">
        {text('logReviews.line.why')}
      </Title>
      {line.patterns.length === 0 ? (
        <Text>{text('logReviews.line.ordinary')}</Text>
      ) : (
        <ul>
          {line.patterns.map((pattern) => (
            <li key={pattern}>{text(`logReviews.pattern.${pattern}`)}</li>
          ))}
        </ul>
      )}
      {showsEvents ? (
        children
      ) : (
        <Button variant="default" my="sm" onClick={() => setShowsEvents(true)}>
          {text('logReviews.line.events')}
        </Button>
      )}
      {line.outcomes.length > 0 && (
        <>
          <Title order={4} mt="sm">
            {text('logReviews.outcome.history')}
          </Title>
          <ul>
            {line.outcomes.map(({ verdict, note, decidedBy: name, decidedAt }) => (
              <li key={decidedAt}>
                {text('logReviews.outcome.said', {
                  verdict: text(`logReviews.verdict.${verdict}`),
                  name,
                  day: dayText(decidedAt),
                })}
                {note !== null && <Text>{note}</Text>}
              </li>
            ))}
          </ul>
        </>
      )}
      {line.own && <Text fw={600}>{text('logReviews.line.own')}</Text>}
      {!line.own && isOpen && <OutcomeForm line={line} onJudged={onJudged} />}
    </section>
  );
}
