import type { DataSourceOptions } from 'typeorm';
import { Context1763700000000 } from './migrations/1763700000000-context.ts';
import { PracticeNetwork1763700100000 } from './migrations/1763700100000-practice-network.ts';
import { Clients1763700200000 } from './migrations/1763700200000-clients.ts';
import { Questionnaires1763700300000 } from './migrations/1763700300000-questionnaires.ts';
import { AccessLog1763700400000 } from './migrations/1763700400000-access-log.ts';
import { Accounts1763700500000 } from './migrations/1763700500000-accounts.ts';
import { SignIn1763700510000 } from './migrations/1763700510000-sign-in.ts';
import { Passkeys1763700520000 } from './migrations/1763700520000-passkeys.ts';
import { Jobs1763800000000 } from './migrations/1763800000000-jobs.ts';
import { ScreeningRounds1763800100000 } from './migrations/1763800100000-screening-rounds.ts';
import { Respondents1763800200000 } from './migrations/1763800200000-respondents.ts';
import { ClientImports1763800300000 } from './migrations/1763800300000-client-imports.ts';
import { GapExplanations1763800400000 } from './migrations/1763800400000-gap-explanations.ts';
import { ReadRemarks1763800500000 } from './migrations/1763800500000-read-remarks.ts';
import { Tidying1763800600000 } from './migrations/1763800600000-tidying.ts';
import { Notices1764550000000 } from './migrations/1764550000000-notices.ts';
import { AccessExplanation1764540100000 } from './migrations/1764540100000-access-explanation.ts';
import { ConsentRegister1764540000000 } from './migrations/1764540000000-consent-register.ts';
import { Approvals1764580000000 } from './migrations/1764580000000-approvals.ts';
import { LogOverviews1764560000000 } from './migrations/1764560000000-log-overviews.ts';
import { ClientRights1764570000000 } from './migrations/1764570000000-client-rights.ts';
import { CareTeams1764530100000 } from './migrations/1764530100000-care-teams.ts';
import { Handovers1764530200000 } from './migrations/1764530200000-handovers.ts';
import { HandoversShielded1764590000000 } from './migrations/1764590000000-handovers-shielded.ts';
import { KeysToAccounts1764520200000 } from './migrations/1764520200000-keys-to-accounts.ts';
import { LiveEvents1764530000000 } from './migrations/1764530000000-live-events.ts';
import { People1764510000000 } from './migrations/1764510000000-people.ts';
import { AccountLinks1764510100000 } from './migrations/1764510100000-account-links.ts';
import { LogReviews1764560100000 } from './migrations/1764560100000-log-reviews.ts';
import { Merges1764580100000 } from './migrations/1764580100000-merges.ts';
import { FurtherPractices1764510200000 } from './migrations/1764510200000-further-practices.ts';
import { IdentityProviders1764520000000 } from './migrations/1764520000000-identity-providers.ts';
import { LogOfMerged1764560200000 } from './migrations/1764560200000-log-of-merged.ts';
import { Destructions1764580200000 } from './migrations/1764580200000-destructions.ts';
import { OneListOfRecords1764580210000 } from './migrations/1764580210000-one-list-of-records.ts';
import { EmergencyAccesses1764550100000 } from './migrations/1764550100000-emergency-accesses.ts';
import { Retention1764580300000 } from './migrations/1764580300000-retention.ts';
import { CarePlans1764620000000 } from './migrations/1764620000000-care-plans.ts';
import { PlanIndexes1764620200000 } from './migrations/1764620200000-plan-indexes.ts';
import { PlanActions1764620100000 } from './migrations/1764620100000-plan-actions.ts';
import { BulkExports1764580400000 } from './migrations/1764580400000-bulk-exports.ts';
import { ProfileOwners1764591000000 } from './migrations/1764591000000-profile-owners.ts';
import { ExplanationNow1764592000000 } from './migrations/1764592000000-explanation-now.ts';
import { Actions1764610000000 } from './migrations/1764610000000-actions.ts';
import { CareIntervals1764630000000 } from './migrations/1764630000000-care-intervals.ts';
import { OwnClientsOnly1764592010000 } from './migrations/1764592010000-own-clients-only.ts';
import { WhoIsMeant1764592020000 } from './migrations/1764592020000-who-is-meant.ts';
import { SessionsOfColleagues1764592030000 } from './migrations/1764592030000-sessions-of-colleagues.ts';
import { RetentionExtensions1764592040000 } from './migrations/1764592040000-retention-extensions.ts';
import { LogPurge1764592050000 } from './migrations/1764592050000-log-purge.ts';
import { ContactsAndSignals1764610100000 } from './migrations/1764610100000-contacts-and-signals.ts';
import { TreatmentPlans1764640000000 } from './migrations/1764640000000-treatment-plans.ts';
import { AgendaFacts1764661000000 } from './migrations/1764661000000-agenda-facts.ts';
import { Decisions1764663050000 } from './migrations/1764663050000-decisions.ts';
import { Minutes1764663100000 } from './migrations/1764663100000-minutes.ts';
import { ProfileReview1764720000000 } from './migrations/1764720000000-profile-review.ts';
import { ShownPlace1764710000000 } from './migrations/1764710000000-shown-place.ts';
import { SessionsThatFollow1764710010000 } from './migrations/1764710010000-sessions-that-follow.ts';
import { Meetings1764660000000 } from './migrations/1764660000000-meetings.ts';
import { HandoverSummaries1764630100000 } from './migrations/1764630100000-handover-summaries.ts';
import { Referrals1764662000000 } from './migrations/1764662000000-referrals.ts';
import { IsHandover1764663030000 } from './migrations/1764663030000-is-handover.ts';
import { MeetingAbsences1764700010000 } from './migrations/1764700010000-meeting-absences.ts';
import { MeetingTopics1764700020000 } from './migrations/1764700020000-meeting-topics.ts';
import { MeetingSeries1764700000000 } from './migrations/1764700000000-meeting-series.ts';
import { SavedViews1764663020000 } from './migrations/1764663020000-saved-views.ts';
import { LifeAreas1764663010000 } from './migrations/1764663010000-life-areas.ts';
import { ContactPersonStands1764663000000 } from './migrations/1764663000000-contact-person-stands.ts';
import { ContactsCountAsCare1764649200000 } from './migrations/1764649200000-contacts-count-as-care.ts';
import { PartialDestructions1764730100000 } from './migrations/1764730100000-partial-destructions.ts';
import { ClientAgreement1764740000000 } from './migrations/1764740000000-client-agreement.ts';
import { MedicalNotes1764750000000 } from './migrations/1764750000000-medical-notes.ts';
import { RowsThatStand1764730000000 } from './migrations/1764730000000-rows-that-stand.ts';
import { WhoseRow1764760000000 } from './migrations/1764760000000-whose-row.ts';
import { LogPages1764770000000 } from './migrations/1764770000000-log-pages.ts';
import { PreparingClient } from './preparing-client.ts';
import { SnakeNaming } from './snake-naming.ts';
import { readDaysAsText } from './wire-types.ts';

const MIGRATIONS = [
  Context1763700000000,
  PracticeNetwork1763700100000,
  Clients1763700200000,
  Questionnaires1763700300000,
  AccessLog1763700400000,
  Accounts1763700500000,
  SignIn1763700510000,
  Passkeys1763700520000,
  Jobs1763800000000,
  ScreeningRounds1763800100000,
  Respondents1763800200000,
  ClientImports1763800300000,
  GapExplanations1763800400000,
  ReadRemarks1763800500000,
  Tidying1763800600000,
  Notices1764550000000,
  ConsentRegister1764540000000,
  AccessExplanation1764540100000,
  Approvals1764580000000,
  LogOverviews1764560000000,
  ClientRights1764570000000,
  LiveEvents1764530000000,
  People1764510000000,
  AccountLinks1764510100000,
  LogReviews1764560100000,
  CareTeams1764530100000,
  Merges1764580100000,
  Handovers1764530200000,
  FurtherPractices1764510200000,
  IdentityProviders1764520000000,
  LogOfMerged1764560200000,
  Destructions1764580200000,
  OneListOfRecords1764580210000,
  EmergencyAccesses1764550100000,
  HandoversShielded1764590000000,
  KeysToAccounts1764520200000,
  Retention1764580300000,
  BulkExports1764580400000,
  ProfileOwners1764591000000,
  ExplanationNow1764592000000,
  Actions1764610000000,
  CareIntervals1764630000000,
  CarePlans1764620000000,
  PlanActions1764620100000,
  PlanIndexes1764620200000,
  OwnClientsOnly1764592010000,
  WhoIsMeant1764592020000,
  SessionsOfColleagues1764592030000,
  RetentionExtensions1764592040000,
  LogPurge1764592050000,
  ContactsCountAsCare1764649200000,
  ContactsAndSignals1764610100000,
  TreatmentPlans1764640000000,
  HandoverSummaries1764630100000,
  Meetings1764660000000,
  AgendaFacts1764661000000,
  Decisions1764663050000,
  Minutes1764663100000,
  RowsThatStand1764730000000,
  WhoseRow1764760000000,
  LogPages1764770000000,
  ProfileReview1764720000000,
  ShownPlace1764710000000,
  SessionsThatFollow1764710010000,
  PartialDestructions1764730100000,
  ClientAgreement1764740000000,
  Referrals1764662000000,
  ContactPersonStands1764663000000,
  LifeAreas1764663010000,
  SavedViews1764663020000,
  IsHandover1764663030000,
  MeetingSeries1764700000000,
  MeetingAbsences1764700010000,
  MeetingTopics1764700020000,
  MedicalNotes1764750000000,
];

/** The login that owns the database; used for the first start and migrations only. */
export function migratingOptions(url: string): DataSourceOptions & { type: 'postgres' } {
  readDaysAsText();
  return {
    type: 'postgres',
    url,
    migrations: MIGRATIONS,
    migrationsTableName: 'samenoud_migration',
    migrationsTransactionMode: 'each',
    schema: 'ctx_migration',
    poolSize: 2, // one holds the start lock while the other migrates
    connectTimeoutMS: 10_000,
  };
}

/** The app's own login: owns nothing, sees what the context of the request allows. */
export function appOptions(url: string, poolSize = 20): DataSourceOptions & { type: 'postgres' } {
  readDaysAsText();
  return {
    type: 'postgres',
    url,
    schema: 'care',
    namingStrategy: new SnakeNaming(),
    poolSize,
    connectTimeoutMS: 10_000,
    extra: {
      Client: PreparingClient,
      pipeline: true,
      statement_timeout: 10_000,
      idle_in_transaction_session_timeout: 15_000,
      options: '-c lock_timeout=3000 -c timezone=UTC',
    },
  };
}
