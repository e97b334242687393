import { IdField, InstantField, ListField, TextField } from '../platform/http/fields.ts';

export class UserSessionView {
  @IdField() id: string;
  @TextField({ max: 400, description: 'What the browser says of itself.' }) device: string;
  @InstantField() startedAt: string;
  @InstantField() lastInputAt: string;
}

export class UserSessionList {
  @ListField(() => UserSessionView, { max: 200 }) items: UserSessionView[];
}
