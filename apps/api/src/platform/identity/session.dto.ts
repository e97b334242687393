import { STAFF_ROLES } from '@samenoud/domain';
import { BooleanField, CodeField, IdField, InstantField, ListField, ObjectField, TextField } from '../http/fields.ts';

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

  @CodeField(['CODE', 'BUTTON', 'PROVIDER'], {
    description:
      'How a step-up is done: with a code, by one button for a made-up person of the demo, or by signing in again at the identity provider of the organisation.',
  })
  stepUp: 'CODE' | 'BUTTON' | 'PROVIDER';
}

export class MembershipView {
  @IdField()
  id: string;

  @CodeField(STAFF_ROLES)
  role: string;

  @TextField({ max: 200 })
  organisation: string;

  @ObjectField(() => SessionPractice)
  practice: SessionPractice;
}

export class MembershipList {
  @ListField(() => MembershipView, { max: 200 })
  items: MembershipView[];
}

export class MembershipChoice {
  @IdField()
  membershipId: string;
}

export class OwnSession {
  @IdField()
  id: string;

  @TextField({ max: 200, min: 0, description: 'What the browser says of itself.' })
  device: string;

  @InstantField()
  startedAt: string;

  @InstantField()
  lastInputAt: string;

  @BooleanField({ description: 'The session of this request.' })
  current: boolean;
}

export class OwnSessionList {
  @ListField(() => OwnSession, { max: 200 })
  items: OwnSession[];
}
