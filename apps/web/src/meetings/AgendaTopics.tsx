import { Button, Group, TextInput, Title } from '@mantine/core';
import { MEETING_LIMITS } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { announce } from '../platform/announcer.tsx';
import { createIdempotencyKey } from '../platform/api.ts';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import { type Meeting, meetingQuery } from './meeting-queries.ts';
import type { NameOf } from './meeting-words.ts';
import { addTopic, type Topic } from './topic-queries.ts';
import { TopicHead } from './TopicHead.tsx';
import { useTopicChange } from './use-topic-change.ts';
import classes from './meetings.module.css';

type Props = { meeting: Meeting; nameOf: NameOf };

/** What the team talks about besides its clients, at the end of the agenda. */
export function AgendaTopics({ meeting, nameOf }: Props) {
  const { topics, mayWrite, state } = meeting;
  const mayChange = mayWrite && state !== 'CLOSED' && state !== 'CANCELLED';
  const change = useTopicChange(meeting.id);
  if (topics.length === 0 && !mayChange) return null;
  const move = (topic: Topic, to: number): void =>
    change.mutate({ topic, body: { place: to }, said: text('teamMeetings.topics.moved') });
  return (
    <section aria-labelledby="topics-title" className={classes['section']}>
      <Title order={2} id="topics-title" mb="sm">
        {text('teamMeetings.topics.title')}
      </Title>
      {change.error !== null && <ProblemSummary error={change.error} />}
      {topics.length > 0 && (
        <ol className={classes['agenda']}>
          {topics.map((topic, index) => (
            <li key={topic.id}>
              <TopicHead topic={topic} nameOf={nameOf} />
              {topic.note !== null && <p className={classes['question']}>{topic.note}</p>}
              {mayChange && (
                <div className={classes['acts']}>
                  {index > 0 && <Act act="up" topic={topic} onClick={() => move(topic, index)} />}
                  {index < topics.length - 1 && <Act act="down" topic={topic} onClick={() => move(topic, index + 2)} />}
                  <Act
                    act="withdraw"
                    topic={topic}
                    onClick={() =>
                      change.mutate({ topic, body: { withdrawn: true }, said: text('teamMeetings.topics.withdrawn') })
                    }
                  />
                </div>
              )}
            </li>
          ))}
        </ol>
      )}
      {mayChange && <NewTopic meetingId={meeting.id} />}
    </section>
  );
}

type ActProps = { act: 'up' | 'down' | 'withdraw'; topic: Topic; onClick: () => void };

function Act({ act, topic, onClick }: ActProps) {
  const words = text(`teamMeetings.topics.${act}`);
  return (
    <Button
      variant="subtle"
      size="compact-sm"
      aria-label={text('teamMeetings.about', { act: words, name: topic.text })}
      onClick={onClick}
    >
      {words}
    </Button>
  );
}

function NewTopic({ meetingId }: { meetingId: string }) {
  const cache = useQueryClient();
  const [words, setWords] = useState('');
  const [key, setKey] = useState(createIdempotencyKey);
  const add = useMutation({
    mutationFn: (sent: string) => addTopic(meetingId, sent.trim(), key),
    onSuccess: async (_, sent) => {
      setWords((now) => (now === sent ? '' : now)); // what was typed meanwhile stays
      setKey(createIdempotencyKey());
      announce(text('teamMeetings.topics.saved'));
      await cache.invalidateQueries({ queryKey: meetingQuery(meetingId).queryKey });
    },
  });
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (words.trim() !== '' && !add.isPending) add.mutate(words);
  }
  return (
    <form noValidate onSubmit={submit}>
      {add.error !== null && <ProblemSummary error={add.error} />}
      <Group align="flex-end" gap="sm" mt="sm">
        <TextInput
          id="text"
          style={{ flex: '1 1 16rem' }}
          label={text('teamMeetings.topics.add')}
          description={text('teamMeetings.topics.hint')}
          maxLength={MEETING_LIMITS.question}
          autoComplete="off"
          value={words}
          onChange={({ currentTarget }) => setWords(currentTarget.value)}
        />
        <Button type="submit" variant="default" disabled={add.isPending}>
          {text('teamMeetings.topics.save')}
        </Button>
      </Group>
    </form>
  );
}
