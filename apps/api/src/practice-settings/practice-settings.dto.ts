import { applyDecorators } from '@nestjs/common';
import {
  CARE_INTERVAL_RANGES, CASE_MANAGER_ROLES, type CaseManagerRole, CUT_OFF_RANGES, PROFILE_LABEL_LIMIT, REMINDER_DAY_RANGE,
  RESCREEN_MONTHS_RANGE, SECOND_ENTRY_SHARE_RANGE,
} from '@samenoud/domain'; // prettier-ignore
import { Transform } from 'class-transformer';
import {
  BooleanField,
  CodeField,
  IntegerField,
  NumbersField,
  ObjectField,
  TextField,
} from '../platform/http/fields.ts';
import { ProfileLabelsView } from '../platform/http/profile-labels.dto.ts';

const trimmed = ({ value }: { value: unknown }): unknown => (typeof value === 'string' ? value.trim() : value);

/** Spaces around a label do not count and are not kept. */
const LabelField = (): PropertyDecorator =>
  applyDecorators(Transform(trimmed), TextField({ max: PROFILE_LABEL_LIMIT, optional: true }));

class CutOffsView {
  @IntegerField(CUT_OFF_RANGES.gfi) gfi: number;
  @IntegerField(CUT_OFF_RANGES.imesa) imesa: number;
}

const DAYS = CARE_INTERVAL_RANGES.contactIntervalDays;

class ContactIntervalsView {
  @IntegerField({ ...DAYS, nullable: true, description: 'null: no contact is due.' }) FRAIL: number | null;
  @IntegerField({ ...DAYS, nullable: true }) COMPLEX: number | null;
}

class CaseManagerRolesView {
  @CodeField(CASE_MANAGER_ROLES) FRAIL: CaseManagerRole;
  @CodeField(CASE_MANAGER_ROLES) COMPLEX: CaseManagerRole;
}

export class PracticeSettingsView {
  @IntegerField({ min: 1, max: 2_147_483_647 }) version: number;
  @ObjectField(() => ProfileLabelsView) profileLabels: ProfileLabelsView;
  @ObjectField(() => CutOffsView, { description: 'Totals, in points, from which an instrument counts.' })
  cutOffs: CutOffsView;
  @BooleanField({ description: 'Every paper form at a cut-off is entered a second time.' }) secondEntryBorders: boolean;
  @IntegerField({ ...SECOND_ENTRY_SHARE_RANGE, description: 'Percentage of the other paper forms that is.' })
  secondEntryShare: number;
  @NumbersField({ ...REMINDER_DAY_RANGE, description: 'Days after the invitation of both reminders.' })
  reminderDays: number[];
  @IntegerField(RESCREEN_MONTHS_RANGE) rescreenIntervalMonths: number;
  @ObjectField(() => ContactIntervalsView, { description: 'Days between two contacts, by profile.' })
  contactIntervalDays: ContactIntervalsView;
  @IntegerField({ ...CARE_INTERVAL_RANGES.evaluationIntervalMonths, description: 'From agreement to evaluation.' })
  evaluationIntervalMonths: number;
  @IntegerField({ ...CARE_INTERVAL_RANGES.planWithinDays, description: 'From the profile to a plan.' })
  planWithinDays: number;
  @IntegerField({ ...CARE_INTERVAL_RANGES.referralFeedbackDays, description: 'From a referral to what it brought.' })
  referralFeedbackDays: number;
  @IntegerField({
    ...CARE_INTERVAL_RANGES.maxCaseload,
    nullable: true,
    description: 'Clients per case manager; a warning, no limit.',
  })
  maxCaseload: number | null;
  @BooleanField({ description: 'The overview for a client of who looked names the colleague.' }) logNames: boolean;
  @BooleanField({ description: 'A GP reads answers, profile and plans only of clients in whose team she is.' })
  gpOwnClientsOnly: boolean;
  @ObjectField(() => CaseManagerRolesView, { description: 'Role that is offered first as case manager, per profile.' })
  caseManagerRoles: CaseManagerRolesView;
}

class LabelChanges {
  @LabelField() ROBUST?: string;
  @LabelField() FRAIL?: string;
  @LabelField() COMPLEX?: string;
}

class CutOffChanges {
  @IntegerField({ ...CUT_OFF_RANGES.gfi, optional: true }) gfi?: number;
  @IntegerField({ ...CUT_OFF_RANGES.imesa, optional: true }) imesa?: number;
}

class ContactIntervalChanges {
  @IntegerField({ ...DAYS, optional: true, nullable: true }) FRAIL?: number | null;
  @IntegerField({ ...DAYS, optional: true, nullable: true }) COMPLEX?: number | null;
}

class CaseManagerRoleChanges {
  @CodeField(CASE_MANAGER_ROLES, { optional: true }) FRAIL?: CaseManagerRole;
  @CodeField(CASE_MANAGER_ROLES, { optional: true }) COMPLEX?: CaseManagerRole;
}

/** What is left out stays as it is. */
export class UpdatePracticeSettings {
  @ObjectField(() => LabelChanges, { optional: true }) profileLabels?: LabelChanges;
  @ObjectField(() => CutOffChanges, { optional: true }) cutOffs?: CutOffChanges;
  @BooleanField({ optional: true }) secondEntryBorders?: boolean;
  @IntegerField({ ...SECOND_ENTRY_SHARE_RANGE, optional: true }) secondEntryShare?: number;
  @NumbersField({ ...REMINDER_DAY_RANGE, optional: true }) reminderDays?: number[];
  @IntegerField({ ...RESCREEN_MONTHS_RANGE, optional: true }) rescreenIntervalMonths?: number;
  @ObjectField(() => ContactIntervalChanges, { optional: true }) contactIntervalDays?: ContactIntervalChanges;
  @IntegerField({ ...CARE_INTERVAL_RANGES.evaluationIntervalMonths, optional: true }) evaluationIntervalMonths?: number;
  @IntegerField({ ...CARE_INTERVAL_RANGES.planWithinDays, optional: true }) planWithinDays?: number;
  @IntegerField({ ...CARE_INTERVAL_RANGES.referralFeedbackDays, optional: true }) referralFeedbackDays?: number;
  @IntegerField({ ...CARE_INTERVAL_RANGES.maxCaseload, optional: true, nullable: true }) maxCaseload?: number | null;
  @BooleanField({ optional: true }) logNames?: boolean;
  @BooleanField({ optional: true }) gpOwnClientsOnly?: boolean;
  @ObjectField(() => CaseManagerRoleChanges, { optional: true }) caseManagerRoles?: CaseManagerRoleChanges;
}
