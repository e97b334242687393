import type { INestApplicationContext } from '@nestjs/common';
import { type InvitationState, mayStepByHand } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { Letterheads } from '../letterheads/letterheads.service.ts';
import { PrintReader } from '../letters/print-reader.service.ts';
import type { NewPractice } from '../organisations/practice-setup.service.ts';
import { withIds } from '../platform/http/uuid.ts';
import { DomainError } from '../platform/http/problem.ts';
import { requestContext } from '../platform/request/request-context.ts';
import type { Act } from '../platform/request/transaction.ts';
import { ChangeInvitations } from '../screening-rounds/change-invitation.service.ts';
import { EndRound } from '../screening-rounds/end-round.service.ts';
import { InvitationSteps } from '../screening-rounds/invitation-steps.service.ts';
import { Invitations } from '../screening-rounds/invitations.service.ts';
import { InviteClients } from '../screening-rounds/invite-clients.service.ts';
import { ScreeningRounds } from '../screening-rounds/screening-rounds.service.ts';
import type { PlannedRound, RoundDeed } from './demo-acts.ts';
import { idsOf } from './demo-ids.ts';
import { signedIn } from './demo-staff.ts';

type Planned<Kind extends RoundDeed['kind']> = Extract<RoundDeed, { kind: Kind }>;

type OwnInvitation = Awaited<ReturnType<Invitations['ofClient']>>['items'][number];

/** Carries out what happened to whole rounds, through the services of the product. */
export class DemoRoundWriter {
  private readonly letterheads: Letterheads;
  private readonly rounds: ScreeningRounds;
  private readonly invites: InviteClients;
  private readonly ends: EndRound;
  private readonly steps: InvitationSteps;
  private readonly invitations: Invitations;
  private readonly changes: ChangeInvitations;
  private readonly printed: PrintReader;

  constructor(app: INestApplicationContext) {
    const anywhere = { strict: false } as const;
    this.letterheads = app.get(Letterheads, anywhere);
    this.rounds = app.get(ScreeningRounds, anywhere);
    this.invites = app.get(InviteClients, anywhere);
    this.ends = app.get(EndRound, anywhere);
    this.steps = app.get(InvitationSteps, anywhere);
    this.invitations = app.get(Invitations, anywhere);
    this.changes = app.get(ChangeInvitations, anywhere);
    this.printed = app.get(PrintReader, anywhere);
  }

  actsOf(practice: NewPractice, { key, acts }: PlannedRound): Act[] {
    const round = { id: '' };
    return acts.map((act, turn) => ({
      user: signedIn(practice, act.by),
      origin: { requestId: `demo-${key}-${turn}`, address: 'console', now: act.at },
      work: () => withIds(idsOf(`${key}|${turn}`, act.at), () => this.carryOut(act, round)),
    }));
  }

  private async carryOut(act: RoundDeed, round: { id: string }): Promise<unknown> {
    switch (act.kind) {
      case 'FILL_LETTERHEAD':
        return this.letterheads.put('"0"', act.letterhead);
      case 'MAKE_ROUND':
        round.id = await this.make(act);
        return;
      case 'INVITE':
        return this.invites.invite(round.id);
      case 'SEND':
        return this.send(round.id, act);
      case 'LEAVE':
        return this.leave(round.id, act);
      case 'CLOSE_ROUND':
        return this.ends.close(round.id);
    }
  }

  private async make({ year, referenceDate, returnBy }: Planned<'MAKE_ROUND'>): Promise<string> {
    const name = text('screeningRounds.proposedName', { year });
    const { id } = await this.rounds.create({ name, referenceDate, returnBy, invitationOn: referenceDate });
    return id;
  }

  /** The letters of the demo were never drawn; whoever would have got one has had it, and in a small practice that may be nobody. */
  private async send(roundId: string, { wave }: Planned<'SEND'>): Promise<void> {
    const { recipients } = await this.printed.read({ roundId, wave, kind: 'LETTERS' }).catch((error: unknown) => {
      if (error instanceof DomainError && error.code === 'NOBODY_TO_PRINT') return { recipients: [] };
      throw error;
    });
    const ids = recipients.map(({ invitationId }) => invitationId);
    await this.steps.lettersMade(ids, wave, requestContext().today);
  }

  /** Who has answered or left by then is passed over. */
  private async leave(roundId: string, { clientId, state, reason }: Planned<'LEAVE'>): Promise<void> {
    const invitation = await this.find(roundId, clientId);
    if (!invitation || !mayStepByHand(invitation.state as InvitationState, state)) return;
    await this.changes.change(invitation.id, `"${invitation.version}"`, { state, ...(reason ? { reason } : {}) });
  }

  private async find(roundId: string, clientId: string): Promise<OwnInvitation | undefined> {
    const { items } = await this.invitations.ofClient(clientId);
    return items.find((invitation) => invitation.roundId === roundId);
  }
}
