import { EmailField, IdField, TextField } from '../platform/http/fields.ts';
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from '../platform/identity/password-rules.ts';

export class SetUp {
  @TextField({ max: 100, description: 'From the link in the log of the server.' }) token: string;
  @TextField({ max: 200 }) practiceName: string;
  @TextField({ max: 200, description: 'Name of the first practice manager.' }) displayName: string;
  @EmailField() email: string;
  @TextField({ min: SHORTEST_PASSWORD, max: LONGEST_PASSWORD }) password: string;
}

export class SetUpToken {
  @TextField({ max: 100, description: 'From the link in the log of the server.' }) token: string;
}

export class SetUpView {
  @TextField({ max: 200, nullable: true, description: 'Of a further practice; the first one has no name yet.' })
  practiceName: string | null;
}

export class FirstManager extends SetUpToken {
  @TextField({ max: 200 }) displayName: string;
  @EmailField() email: string;
}

export class FirstManagerLink {
  @TextField({ max: 200, description: 'Where the invitation of the manager stands.' }) path: string;
}

export class SetUpAnswer {
  @IdField() practiceId: string;
}
