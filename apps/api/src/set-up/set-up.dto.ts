import { EmailField, IdField, TextField } from '../platform/http/fields.ts';
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from '../platform/identity/password-rules.ts';

export class SetUp {
  @TextField({ max: 100, description: 'From the link in the log of the server.' }) token: string;
  @TextField({ max: 200 }) practiceName: string;
  @TextField({ max: 200, description: 'Name of the first practice manager.' }) displayName: string;
  @EmailField() email: string;
  @TextField({ min: SHORTEST_PASSWORD, max: LONGEST_PASSWORD }) password: string;
}

export class SetUpAnswer {
  @IdField() practiceId: string;
}
