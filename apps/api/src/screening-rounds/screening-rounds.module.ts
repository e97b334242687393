import { Module } from '@nestjs/common';
import { ChangeInvitations } from './change-invitation.service.ts';
import { ClientStatusFollower } from './client-status-follower.service.ts';
import { EndRound } from './end-round.service.ts';
import { FindForm } from './find-form.service.ts';
import { InvitationFollower } from './invitation-follower.service.ts';
import { InvitationSteps } from './invitation-steps.service.ts';
import { InvitationsController } from './invitations.controller.ts';
import { Invitations } from './invitations.service.ts';
import { InviteClients } from './invite-clients.service.ts';
import { OpenQuestions } from './open-questions.service.ts';
import { ScreeningRoundsController } from './screening-rounds.controller.ts';
import { ScreeningRounds } from './screening-rounds.service.ts';
import { SecondEntryMaker } from './second-entry-maker.service.ts';

@Module({
  controllers: [InvitationsController, ScreeningRoundsController],
  providers: [
    ChangeInvitations,
    ClientStatusFollower,
    EndRound,
    FindForm,
    InvitationFollower,
    Invitations,
    InvitationSteps,
    InviteClients,
    OpenQuestions,
    ScreeningRounds,
    SecondEntryMaker,
  ],
  exports: [ClientStatusFollower, InvitationFollower, InvitationSteps],
})
export class ScreeningRoundsModule {}
