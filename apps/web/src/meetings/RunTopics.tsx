import { Button, Checkbox, Group, Textarea, Title } from '@mantine/core';
import { MEETING_LIMITS } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { type FormEvent, useState } from 'react';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import type { Meeting } from './meeting-queries.ts';
import type { NameOf } from './meeting-words.ts';
import type { Topic } from './topic-queries.ts';
import { TopicHead } from './TopicHead.tsx';
import { useTopicChange } from './use-topic-change.ts';
import classes from './meetings.module.css';

type Props = { meeting: Meeting; nameOf: NameOf };

/** After the last client: what else there is to talk about, and what was said of it. */
export function RunTopics({ meeting, nameOf }: Props) {
  const { id, topics, mayWrite, state } = meeting;
  if (topics.length === 0) return null;
  const mayNote = mayWrite && (state === 'RUNNING' || state === 'REOPENED');
  return (
    <section aria-labelledby="topics-title" className={classes['section']}>
      <Title order={2} id="topics-title" mb="sm">
        {text('teamMeetings.topics.title')}
      </Title>
      <ol className={classes['agenda']}>
        {topics.map((topic) => (
          <li key={topic.id}>
            <TopicHead topic={topic} nameOf={nameOf} />
            {mayNote ? <TopicNote meetingId={id} topic={topic} /> : topic.note !== null && <p>{topic.note}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}

function TopicNote({ meetingId, topic }: { meetingId: string; topic: Topic }) {
  const [typed, setTyped] = useState<string>();
  const note = typed ?? topic.note ?? '';
  const change = useTopicChange(meetingId);
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (!change.isPending)
      change.mutate(
        { topic, body: { note: note.trim() || null }, said: text('teamMeetings.topics.kept') },
        { onSuccess: () => setTyped((now) => (now === typed ? undefined : now)) }, // what was typed meanwhile stays
      );
  }
  return (
    <form noValidate onSubmit={submit}>
      {change.error !== null && <ProblemSummary error={change.error} />}
      {change.error !== null && topic.note !== null && (
        <p>{text('teamMeetings.topics.standing', { note: topic.note })}</p>
      )}
      <Textarea
        label={text('teamMeetings.topics.note')}
        aria-label={text('teamMeetings.topics.noteOf', { topic: topic.text })}
        maxLength={MEETING_LIMITS.topicNote}
        autosize
        minRows={1}
        value={note}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      />
      <Group gap="md" mt="xs">
        <Button
          type="submit"
          variant="default"
          size="compact-md"
          disabled={change.isPending}
          aria-label={text('teamMeetings.topics.keepOf', { topic: topic.text })}
        >
          {text('teamMeetings.topics.keep')}
        </Button>
        <Checkbox
          label={text('teamMeetings.topics.discussed')}
          aria-label={text('teamMeetings.about', { act: text('teamMeetings.topics.discussed'), name: topic.text })}
          checked={topic.discussed}
          disabled={change.isPending || topic.note !== null}
          onChange={({ currentTarget }) =>
            change.mutate({
              topic,
              body: { discussed: currentTarget.checked },
              said: text('teamMeetings.topics.kept'),
            })
          }
        />
      </Group>
    </form>
  );
}
