import { INVITATION_STATES, LEFT_OUT_REASONS, ROUND_STATES } from '@samenoud/domain';
import { ApiProperty } from '@nestjs/swagger';
import {
  CodeField, DayField, IdField, InstantField, IntegerField, ListField, ObjectField, TextField,
} from '../platform/http/fields.ts'; // prettier-ignore
import { PageQuery, PageView } from '../platform/http/page.ts';
import { OUTCOMES } from './round-selection.ts';

const optional = { optional: true, nullable: true } as const;
const COUNT = { min: 0, max: 2_147_483_647 } as const;

export class CreateRound {
  @TextField({ max: 100, example: 'Vragenlijstronde 2026' }) name: string;
  @DayField({ description: 'Peildatum: who is 75 on this day is invited.' }) referenceDate: string;
  @DayField() returnBy: string;
  @DayField({ ...optional, description: 'Default the day of the first invitations.' }) invitationOn?: string | null;
  @DayField({ ...optional, description: 'Default by the setting of the practice.' }) reminder1On?: string | null;
  @DayField(optional) reminder2On?: string | null;
}

/** What is left out stays as it is. */
export class UpdateRound {
  @TextField({ max: 100, optional: true }) name?: string;
  @DayField({ optional: true }) referenceDate?: string;
  @DayField({ optional: true }) returnBy?: string;
  @DayField(optional) invitationOn?: string | null;
  @DayField(optional) reminder1On?: string | null;
  @DayField(optional) reminder2On?: string | null;
}

export class CancelRound {
  @TextField({ min: 3, max: 300 }) reason: string;
}

/** Each step counts everyone who came that far. */
class FunnelView {
  @IntegerField(COUNT) invited: number;
  @IntegerField(COUNT) sent: number;
  @IntegerField(COUNT) reminded: number;
  @IntegerField(COUNT) received: number;
  @IntegerField(COUNT) incomplete: number;
  @IntegerField(COUNT) scored: number;
  @IntegerField(COUNT) discussed: number;
  @IntegerField(COUNT) assigned: number;
}

const countsOf = (codes: readonly string[]): object => ({
  type: 'object',
  properties: Object.fromEntries(codes.map((code) => [code, { type: 'integer', minimum: 0 }])),
  required: [...codes],
  selfRequired: true,
});

/** A round without its numbers. */
class RoundHead {
  @IdField() id: string;
  @IntegerField({ min: 1, max: 2_147_483_647 }) version: number;
  @TextField({ max: 100 }) name: string;
  @CodeField(ROUND_STATES) state: string;
  @DayField() referenceDate: string;
  @DayField() returnBy: string;
  @DayField({ nullable: true }) invitationOn: string | null;
  @DayField({ nullable: true }) reminder1On: string | null;
  @DayField({ nullable: true }) reminder2On: string | null;
  @IdField() madeBy: string;
  @InstantField() madeAt: string;
  @InstantField({ nullable: true }) openedAt: string | null;
  @InstantField({ nullable: true }) closedAt: string | null;
  @InstantField({ nullable: true }) cancelledAt: string | null;
  @TextField({ max: 300, nullable: true }) cancelReason: string | null;
}

class ToReachView {
  @IntegerField({ ...COUNT, description: 'Did not answer, and is phoned next.' }) phone: number;
  @IntegerField({ ...COUNT, description: 'The letter came back.' }) findAddress: number;
}

export class RoundView extends RoundHead {
  @IntegerField({ ...COUNT, description: 'Clients who are invited, or will be.' }) eligible: number;
  @ObjectField(() => FunnelView) funnel: FunnelView;
  @ApiProperty({ ...countsOf(INVITATION_STATES), description: 'Invitations per state.' })
  states: Record<string, number>;
  @ObjectField(() => ToReachView) toReach: ToReachView;
  @ApiProperty({ ...countsOf(LEFT_OUT_REASONS), description: 'Left out, at the first reason that fits.' })
  leftOut: Record<string, number>;
}

export class RoundList extends PageView {
  @ListField(() => RoundView, { max: 200 }) items: RoundView[];
}

export class InvitedCounts {
  @IntegerField({ ...COUNT, description: 'Invited by this act.' }) invited: number;
  @IntegerField({ ...COUNT, description: 'Invited before.' }) alreadyInvited: number;
  @ApiProperty(countsOf(LEFT_OUT_REASONS)) leftOut: Record<string, number>;
  @ObjectField(() => RoundView) round: RoundView;
}

export class CandidateQuery extends PageQuery {
  @CodeField(OUTCOMES, { optional: true }) outcome?: string;
}

class CandidateView {
  @IdField({ description: 'Of the client.' }) id: string;
  @TextField({ max: 600 }) name: string;
  @DayField() birthDate: string;
  @CodeField(OUTCOMES) outcome: string;
}

export class CandidateList extends PageView {
  @ListField(() => CandidateView, { max: 200 }) items: CandidateView[];
}
