import { AccessExplanationsModule } from './access-explanations/access-explanations.module.ts';
import { type DynamicModule, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { Config } from './platform/config/config.ts';
import { ConfigModule } from './platform/config/config.module.ts';
import { appOptions } from './platform/database/data-source.ts';
import { appUrl } from './platform/database/roles.ts';
import { DemoSignInModule } from './platform/identity/demo-sign-in.module.ts';
import { PlatformModule } from './platform/platform.module.ts';
import { AccessLogsModule } from './access-logs/access-logs.module.ts';
import { ActionsModule } from './actions/actions.module.ts';
import { ApprovalsModule } from './approvals/approvals.module.ts';
import { CarePlansModule } from './care-plans/care-plans.module.ts';
import { ProblemAreasModule } from './problem-areas/problem-areas.module.ts';
import { ClientExportsModule } from './client-exports/client-exports.module.ts';
import { ClientHistoryModule } from './client-history/client-history.module.ts';
import { BreakGlassModule } from './break-glass/break-glass.module.ts';
import { ClientImportsModule } from './client-imports/client-imports.module.ts';
import { ClientRestrictionsModule } from './client-restrictions/client-restrictions.module.ts';
import { ClientStatementsModule } from './client-statements/client-statements.module.ts';
import { ClientWatchesModule } from './client-watches/client-watches.module.ts';
import { ClientsModule } from './clients/clients.module.ts';
import { ContactsModule } from './contacts/contacts.module.ts';
import { HandoversModule } from './handovers/handovers.module.ts';
import { DestructionsModule } from './destructions/destructions.module.ts';
import { HisTextsModule } from './his-texts/his-texts.module.ts';
import { IdentityProvidersModule } from './identity-providers/identity-providers.module.ts';
import { InstrumentsModule } from './instruments/instruments.module.ts';
import { LetterheadsModule } from './letterheads/letterheads.module.ts';
import { BulkExportsModule } from './bulk-exports/bulk-exports.module.ts';
import { CaseloadModule } from './caseload/caseload.module.ts';
import { LettersModule } from './letters/letters.module.ts';
import { NoticesModule } from './notices/notices.module.ts';
import { LogReviewsModule } from './log-reviews/log-reviews.module.ts';
import { RetentionModule } from './retention/retention.module.ts';
import { MeetingsModule } from './meetings/meetings.module.ts';
import { MergesModule } from './merges/merges.module.ts';
import { OrganisationsModule } from './organisations/organisations.module.ts';
import { PracticeSettingsModule } from './practice-settings/practice-settings.module.ts';
import { ProfilesModule } from './profiles/profiles.module.ts';
import { PublicQuestionnairesModule } from './public-questionnaires/public-questionnaires.module.ts';
import { QuestionnairesModule } from './questionnaires/questionnaires.module.ts';
import { TimelineModule } from './timeline/timeline.module.ts';
import { SafetyNetModule } from './safety-net/safety-net.module.ts';
import { ScreeningRoundsModule } from './screening-rounds/screening-rounds.module.ts';
import { SecondEntriesModule } from './second-entries/second-entries.module.ts';
import { TreatmentPlansModule } from './treatment-plans/treatment-plans.module.ts';
import { NetworksModule } from './networks/networks.module.ts';
import { SurroundingsPlansModule } from './surroundings-plans/surroundings-plans.module.ts';
import { AccountLinksModule } from './account-links/account-links.module.ts';
import { UsersModule } from './users/users.module.ts';
import { ReferralsModule } from './referrals/referrals.module.ts';
import { SignalsModule } from './signals/signals.module.ts';
import { VisitsModule } from './visits/visits.module.ts';
import { SetUpModule } from './set-up/set-up.module.ts';

@Module({})
export class AppModule {
  static with(config: Config): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ConfigModule.with(config),
        TypeOrmModule.forRoot({ ...appOptions(appUrl(config)), retryAttempts: 0, autoLoadEntities: true }),
        PlatformModule,
        ...(config.demo ? [DemoSignInModule] : []),
        AccessExplanationsModule,
        AccessLogsModule,
        ActionsModule,
        ApprovalsModule,
        CarePlansModule,
        ClientExportsModule,
        BulkExportsModule,
        CaseloadModule,
        ClientHistoryModule,
        AccountLinksModule,
        BreakGlassModule,
        ClientImportsModule,
        ClientRestrictionsModule,
        ClientStatementsModule,
        ClientWatchesModule,
        ClientsModule,
        ContactsModule,
        HandoversModule,
        DestructionsModule,
        HisTextsModule,
        IdentityProvidersModule,
        InstrumentsModule,
        LetterheadsModule,
        LettersModule,
        NoticesModule,
        LogReviewsModule,
        MeetingsModule,
        MergesModule,
        ReferralsModule,
        RetentionModule,
        OrganisationsModule,
        PracticeSettingsModule,
        ProblemAreasModule,
        ProfilesModule,
        PublicQuestionnairesModule,
        QuestionnairesModule,
        SafetyNetModule,
        TimelineModule,
        ScreeningRoundsModule,
        SecondEntriesModule,
        NetworksModule,
        SetUpModule,
        SignalsModule,
        SurroundingsPlansModule,
        TreatmentPlansModule,
        VisitsModule,
        UsersModule,
      ],
    };
  }
}
