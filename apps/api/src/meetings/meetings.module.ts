import { Module } from '@nestjs/common';
import { CarePlansModule } from '../care-plans/care-plans.module.ts';
import { CareTeamsModule } from '../care-teams/care-teams.module.ts';
import { ActionsModule } from '../actions/actions.module.ts';
import { NoticesModule } from '../notices/notices.module.ts';
import { ProfilesModule } from '../profiles/profiles.module.ts';
import { QuestionnairesModule } from '../questionnaires/questionnaires.module.ts';
import { ReferralsModule } from '../referrals/referrals.module.ts';
import { AgendaBuilder } from './agenda/agenda-builder.service.ts';
import { AgendaItemsController } from './agenda-items.controller.ts';
import { AgendaCards } from './agenda-card.service.ts';
import { AgendaItems } from './agenda-items.service.ts';
import { AgendaViews } from './agenda-view.service.ts';
import { Attendance } from './attendance.service.ts';
import { BuildAgendas } from './build-agenda.service.ts';
import { SignalsModule } from '../signals/signals.module.ts';
import { CalendarFiles } from './calendar-file.service.ts';
import { CloseMeetings } from './close-meeting.service.ts';
import { DecidedChanges } from './decided-changes.service.ts';
import { DecisionsController } from './decisions.controller.ts';
import { Decisions } from './decisions.service.ts';
import { LookBackController } from './look-back.controller.ts';
import { LookBacks } from './look-back.service.ts';
import { MedicalAnnexes } from './medical-annex.service.ts';
import { MedicalNotes } from './medical-notes.service.ts';
import { MedicalNotesController } from './medical-notes.controller.ts';
import { MeetingAccess } from './meeting-access.service.ts';
import { MeetingHisTexts } from './meeting-his-texts.service.ts';
import { MeetingPapersController } from './meeting-papers.controller.ts';
import { PrintedAgendas } from './print-agenda.service.ts';
import { PrintedAgreements } from './print-agreements.service.ts';
import { MeetingMinutes } from './minutes.service.ts';
import { MinutesController } from './minutes.controller.ts';
import { ConfirmedBeforeMeetings } from './confirmed-before.service.ts';
import { ProfileReviewController } from './profile-review.controller.ts';
import { ProfileReviews } from './profile-review.service.ts';
import { PrintedMedicalAnnexes } from './print-medical-annex.service.ts';
import { PrintedMinutes } from './print-minutes.service.ts';
import { MeetingParts } from './meeting-parts.ts';
import { MeetingScreenController } from './meeting-screen.controller.ts';
import { MeetingScreens } from './meeting-screen.service.ts';
import { MeetingSteps } from './meeting-steps.service.ts';
import { MeetingsController } from './meetings.controller.ts';
import { Meetings } from './meetings.service.ts';
import { MakeMeetings } from './make-meeting.service.ts';
import { SeriesController } from './series.controller.ts';
import { Series } from './series.service.ts';
import { MeetingReminders } from './meeting-reminders.service.ts';
import { MeetingTopicsController } from './meeting-topics.controller.ts';
import { MeetingTopics } from './meeting-topics.service.ts';
import { StandIns } from './stand-ins.service.ts';

@Module({
  imports: [
    ActionsModule,
    CarePlansModule,
    CareTeamsModule,
    NoticesModule,
    ProfilesModule,
    QuestionnairesModule,
    ReferralsModule,
    SignalsModule,
  ],
  controllers: [
    SeriesController,
    MeetingTopicsController,
    LookBackController,
    MeetingsController,
    MeetingScreenController,
    AgendaItemsController,
    DecisionsController,
    MinutesController,
    MedicalNotesController,
    MeetingPapersController,
    ProfileReviewController,
  ],
  providers: [
    AgendaBuilder,
    AgendaCards,
    AgendaItems,
    AgendaViews,
    Attendance,
    BuildAgendas,
    CalendarFiles,
    CloseMeetings,
    ConfirmedBeforeMeetings,
    DecidedChanges,
    Decisions,
    LookBacks,
    MedicalAnnexes,
    MedicalNotes,
    MeetingAccess,
    MeetingHisTexts,
    MeetingMinutes,
    MeetingParts,
    PrintedAgendas,
    PrintedAgreements,
    PrintedMedicalAnnexes,
    PrintedMinutes,
    ProfileReviews,
    MeetingScreens,
    MeetingSteps,
    Meetings,
    MakeMeetings,
    MeetingReminders,
    MeetingTopics,
    Series,
    StandIns,
  ],
})
export class MeetingsModule {}
