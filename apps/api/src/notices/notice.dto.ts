import { MEETING_LIMITS, NOTICE_KINDS } from '@samenoud/domain';
import {
  BooleanField,
  CodeField,
  IdField,
  InstantField,
  IntegerField,
  ListField,
  ObjectField,
  TextField,
} from '../platform/http/fields.ts';
import { PageQuery, PageView } from '../platform/http/page.ts';

const MAX = 2_147_483_647;

export class NoticeQuery extends PageQuery {
  @CodeField(['UNREAD'], { optional: true, description: 'Only what she has not read yet.' }) state?: string;
}

/** Of a meeting what an attendee needs to come, and nothing of its agenda. */
class NoticeMeeting {
  @InstantField() startsAt: string;
  @TextField({ max: MEETING_LIMITS.place, nullable: true }) place: string | null;
  @TextField({ max: MEETING_LIMITS.videoLink, nullable: true }) videoLink: string | null;
  @BooleanField() cancelled: boolean;
}

export class NoticeView {
  @IdField() id: string;
  @CodeField(NOTICE_KINDS) kind: string;
  @IdField({ nullable: true, description: 'Only where the reader may see this client now.' }) clientId: string | null;
  @TextField({ max: 600, nullable: true, description: 'Likewise; null where nobody is meant, or nobody she may see.' })
  clientName: string | null;
  @IdField({ nullable: true, description: 'What it is about, by its kind.' }) objectId: string | null;
  @ObjectField(() => NoticeMeeting, {
    nullable: true,
    description: 'As it is now, where she still takes part in it.',
  })
  meeting: NoticeMeeting | null;
  @InstantField() madeAt: string;
  @InstantField({ nullable: true }) readAt: string | null;
}

export class NoticeCount {
  @IntegerField({ min: 0, max: MAX }) unread: number;
}

export class NoticeList extends PageView {
  @ListField(() => NoticeView, { max: 200 }) items: NoticeView[];
  @IntegerField({ min: 0, max: MAX }) unread: number;
}
