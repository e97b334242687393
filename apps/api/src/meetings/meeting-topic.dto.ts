import { MEETING_LIMITS } from '@samenoud/domain';
import { BooleanField, IdField, InstantField, IntegerField, TextField } from '../platform/http/fields.ts';

const TOPIC = { max: MEETING_LIMITS.question, example: 'Afspraken over de griepprik' } as const;
const NOTE = { max: MEETING_LIMITS.topicNote, nullable: true, example: 'De assistente maakt een rooster.' } as const;
const MOST = 2_147_483_647;

export class AddTopic {
  @TextField({ ...TOPIC, description: 'About no client.' }) text: string;
}

export class ChangeTopic {
  @TextField({ ...TOPIC, optional: true }) text?: string;
  @IntegerField({ min: 1, max: MOST, optional: true, description: 'Where it comes among the topics.' }) place?: number;
  @TextField({ ...NOTE, optional: true, description: 'What was said or decided; what has a note is discussed.' })
  note?: string | null;
  @BooleanField({ optional: true }) discussed?: boolean;
  @BooleanField({ optional: true, description: 'Takes it off the agenda.' }) withdrawn?: boolean;
}

/** What stands in the minutes of a topic. */
export class MinutesTopic {
  @IdField() id: string;
  @TextField(TOPIC) text: string;
  @TextField(NOTE) note: string | null;
  @BooleanField({ description: 'false: comes back on the next agenda.' }) discussed: boolean;
  @IdField() broughtBy: string;
}

export class TopicView extends MinutesTopic {
  @IntegerField({ min: 1, max: MOST }) version: number;
  @IntegerField({ min: 1, max: MOST }) place: number;
  @InstantField() broughtAt: string;
  @BooleanField({ description: 'Was not discussed in an earlier meeting.' }) carriedOver: boolean;
}
