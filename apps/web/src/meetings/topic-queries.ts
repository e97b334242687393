import type { components } from '@samenoud/api-client';
import { answer, api, ifMatch } from '../platform/api.ts';

export type Topic = components['schemas']['TopicView'];

export const addTopic = (meetingId: string, words: string, key: string): Promise<Topic> =>
  answer(
    api.POST('/api/v1/meetings/{id}/topics', {
      params: { path: { id: meetingId }, header: { 'Idempotency-Key': key } },
      body: { text: words },
    }),
  );

export const changeTopic = ({ id, version }: Topic, body: components['schemas']['ChangeTopic']): Promise<Topic> =>
  answer(api.PATCH('/api/v1/meeting-topics/{id}', { params: { path: { id }, header: ifMatch(version) }, body }));
