import { addDays, type Day } from '../calendar/day.ts';
import { type InvitationState, isExit } from './invitation-state.ts';

/** What happens next with an invitation, in the order of the round. */
export const ROUND_NEXT_STEPS = [
  'LETTER',
  'HAND_OVER',
  'REMINDER_1',
  'REMINDER_2',
  'PHONE',
  'FIND_ADDRESS',
  'SECOND_ENTRY',
  'ASK_BY_PHONE',
  'DISCUSS',
  'ASSIGN_PROFILE',
  'AWAIT_CLOSING',
] as const;
export type RoundNextStepCode = (typeof ROUND_NEXT_STEPS)[number];

export const STEP_OWNERS = ['PRACTICE_ASSISTANT', 'TEAM', 'GP'] as const;
export type StepOwner = (typeof STEP_OWNERS)[number];

export type RoundNextStep = {
  readonly code: RoundNextStepCode;
  readonly owner: StepOwner;
  /** The day from which it is to be done; null where none was set. */
  readonly dueOn: Day | null;
};

/** Days after the last reminder, or after handing over where no letter may go, before the assistant phones. */
export const PHONE_AFTER_DAYS = 7;

export type NextStepFacts = {
  readonly state: InvitationState;
  readonly noPost: boolean;
  readonly sentOn: Day | null;
  readonly reminded2On: Day | null;
  readonly reminded1On: Day | null;
  readonly phonedOn: Day | null;
  readonly undeliverableOn: Day | null;
  readonly round: {
    readonly returnBy: Day;
    readonly invitationOn: Day | null;
    readonly reminder1On: Day | null;
    readonly reminder2On: Day | null;
  };
};

/**
 * The next step of an invitation and who takes it, or null when nothing more is to be done. Letters go by wave; with "geen
 * post" the assistant hands over and phones. After the second reminder follows a phone call, after a call in vain the
 * closing of the round, and after that the team. Source: domain reference 7, our rule.
 */
export function nextStepOf(facts: NextStepFacts): RoundNextStep | null {
  if (isExit(facts.state)) return null;
  switch (facts.state) {
    case 'PLANNED':
      return byAssistant(facts.noPost ? 'HAND_OVER' : 'LETTER', facts.round.invitationOn);
    case 'SENT':
    case 'REMINDED':
      return reminderStep(facts);
    case 'UNDELIVERABLE':
      return byAssistant('FIND_ADDRESS', facts.undeliverableOn);
    case 'RECEIVED_COMPLETE':
      return byAssistant('SECOND_ENTRY', null);
    case 'RECEIVED_INCOMPLETE':
      return byAssistant('ASK_BY_PHONE', null);
    case 'SCORED':
    case 'NOT_RETURNED':
      return { code: 'DISCUSS', owner: 'TEAM', dueOn: null };
    case 'DISCUSSED':
      return { code: 'ASSIGN_PROFILE', owner: 'GP', dueOn: null };
    case 'PROFILE_ASSIGNED':
      return null;
  }
}

function byAssistant(code: RoundNextStepCode, dueOn: Day | null): RoundNextStep {
  return { code, owner: 'PRACTICE_ASSISTANT', dueOn };
}

function reminderStep({ noPost, sentOn, reminded1On, reminded2On, phonedOn, round }: NextStepFacts): RoundNextStep {
  const lastOn = reminded2On ?? reminded1On ?? sentOn;
  if (phonedOn !== null && (lastOn === null || phonedOn >= lastOn)) return byAssistant('AWAIT_CLOSING', round.returnBy);
  if (noPost || reminded2On !== null) return byAssistant('PHONE', lastOn && addDays(lastOn, PHONE_AFTER_DAYS));
  return reminded1On === null
    ? byAssistant('REMINDER_1', round.reminder1On)
    : byAssistant('REMINDER_2', round.reminder2On);
}
