import { NOTICE_KINDS } from '@samenoud/domain';
import { CodeField, IdField, InstantField, IntegerField, ListField, TextField } from '../platform/http/fields.ts';
import { PageQuery, PageView } from '../platform/http/page.ts';

const MAX = 2_147_483_647;

export class NoticeQuery extends PageQuery {
  @CodeField(['UNREAD'], { optional: true, description: 'Only what she has not read yet.' }) state?: string;
}

export class NoticeView {
  @IdField() id: string;
  @CodeField(NOTICE_KINDS) kind: string;
  @IdField({ nullable: true, description: 'Only where the reader may see this client now.' }) clientId: string | null;
  @TextField({ max: 600, nullable: true, description: 'Likewise; null where nobody is meant, or nobody she may see.' })
  clientName: string | null;
  @IdField({ nullable: true, description: 'What it is about, by its kind.' }) objectId: string | null;
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
