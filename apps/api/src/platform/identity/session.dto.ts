import { STAFF_ROLES } from '@samenoud/domain';
import { CodeField, IdField, InstantField, ObjectField, TextField } from '../http/fields.ts';

export class DemoSignIn {
  @CodeField(STAFF_ROLES, { example: 'PRACTICE_ASSISTANT' })
  role: string;

  @TextField({ max: 40, optional: true, description: 'Short name of a demo practice.', example: 'noord' })
  practice?: string;
}

class SessionUser {
  @IdField()
  id: string;

  @TextField({ max: 200 })
  displayName: string;

  @CodeField(STAFF_ROLES)
  role: string;

  @TextField({ max: 200 })
  organisation: string;
}

class SessionPractice {
  @IdField()
  id: string;

  @TextField({ max: 200 })
  name: string;
}

export class SessionView {
  @ObjectField(() => SessionUser)
  user: SessionUser;

  @ObjectField(() => SessionPractice)
  practice: SessionPractice;

  @InstantField()
  expiresAt: string;

  @InstantField({
    nullable: true,
    description: 'When the second factor was last given; older than 5 minutes asks for a step-up.',
  })
  secondFactorAt: string | null;
}
