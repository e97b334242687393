import type { components } from '@samenoud/api-client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { announce } from '../platform/announcer.tsx';
import { meetingQuery } from './meeting-queries.ts';
import { changeTopic, type Topic } from './topic-queries.ts';

interface Change {
  readonly topic: Topic;
  readonly body: components['schemas']['ChangeTopic'];
  readonly said: string;
}

/** Changes a topic of a meeting; what somebody else wrote meanwhile is read again. */
export function useTopicChange(meetingId: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ topic, body }: Change) => changeTopic(topic, body),
    onSuccess: (_, { said }) => announce(said),
    onSettled: () => cache.invalidateQueries({ queryKey: meetingQuery(meetingId).queryKey }),
  });
}
