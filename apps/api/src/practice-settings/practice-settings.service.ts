import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import {
  areReminderDays, type CareIntervals, DEFAULT_CARE_INTERVALS, type Profile, type ProfileLabels, PROFILES, repeatedLabels,
} from '@samenoud/domain'; // prettier-ignore
import { text } from '@samenoud/texts';
import { expectedVersion } from '../platform/http/if-match.ts';
import { DomainError, invalidInput } from '../platform/http/problem.ts';
import { changeRows, queryOne, requestContext } from '../platform/request/request-context.ts';
import type { PracticeSettingsView, UpdatePracticeSettings } from './practice-settings.dto.ts';

/** Settings of the yearly round, which count from the next form or round on. */
const ROUND_SETTINGS = ['secondEntryBorders', 'secondEntryShare', 'reminderDays', 'rescreenIntervalMonths'] as const;

/** Labels and cut-offs of a practice, and how it works in the yearly round. Every result keeps those it was made with, so a change never rewrites one. */
@Injectable()
export class PracticeSettings {
  async get(): Promise<PracticeSettingsView> {
    const { careIntervals, ...settings } = await queryOne<SettingsRow>(
      `SELECT version, profile_labels AS "profileLabels", cut_offs AS "cutOffs",
         second_entry_borders AS "secondEntryBorders", second_entry_share AS "secondEntryShare", reminder_days AS "reminderDays",
         rescreen_interval_months AS "rescreenIntervalMonths", log_names AS "logNames",
         care_intervals AS "careIntervals", gp_own_clients_only AS "gpOwnClientsOnly", case_manager_roles AS "caseManagerRoles"
       FROM care.practice WHERE id = ctx.practice_id()`,
    );
    return { ...settings, ...careIntervals };
  }

  /** Throws 412 with the settings as they are when somebody else changed them since. */
  async update(ifMatch: string | undefined, body: UpdatePracticeSettings): Promise<PracticeSettingsView> {
    const version = expectedVersion(ifMatch);
    const before = await this.get();
    const profileLabels = merged(before.profileLabels, body.profileLabels);
    const cutOffs = merged(before.cutOffs, body.cutOffs);
    const rounds = roundsAfter(before, body);
    const intervals = intervalsAfter(before, body);
    const care = careAfter(before, body);
    if (before.version !== version) throw new DomainError('STALE', { extra: { current: before } });
    refuseRepeated(profileLabels);
    if (!areReminderDays(rounds.reminderDays)) throw invalidInput({ pointer: '/reminderDays', code: 'REMINDER_ORDER' });
    const changed = await changeRows(
      `UPDATE care.practice SET profile_labels = $2, cut_offs = $3, version = version + 1, second_entry_borders = $4,
         second_entry_share = $5, reminder_days = $6::smallint[], rescreen_interval_months = $7, log_names = $8, care_intervals = $9,
         gp_own_clients_only = $10, case_manager_roles = $11
       WHERE id = ctx.practice_id() AND version = $1`,
      [
        version, JSON.stringify(profileLabels), JSON.stringify(cutOffs), rounds.secondEntryBorders, rounds.secondEntryShare,
        rounds.reminderDays, rounds.rescreenIntervalMonths, body.logNames ?? before.logNames, JSON.stringify(intervals),
        care.gpOwnClientsOnly, JSON.stringify(care.caseManagerRoles),
      ], // prettier-ignore
    );
    if (changed === 0) throw new DomainError('STALE', { extra: { current: await this.get() } });
    requestContext().log.push({
      type: 'UPDATE_PRACTICE_SETTINGS',
      action: 'U',
      objectType: 'PRACTICE_SETTINGS',
      objectId: requestContext().user.practiceId,
      purpose: 'ADMINISTRATION',
      query: {
        version: version + 1,
        before: before.cutOffs,
        after: cutOffs,
        labels: changedLabels(before.profileLabels, profileLabels),
        ...changedRounds(before, rounds),
        ...changedIntervals(before, intervals),
        ...changedCare(before, care),
        ...(body.logNames === undefined ? {} : { logNames: { before: before.logNames, after: body.logNames } }),
      },
    });
    return this.get();
  }
}

type SettingsRow = Omit<PracticeSettingsView, keyof CareIntervals> & { readonly careIntervals: CareIntervals };

const INTERVALS = Object.keys(DEFAULT_CARE_INTERVALS) as (keyof CareIntervals)[];

/** What was left out stays; null is a value of its own: no interval, no limit. */
function intervalsAfter(before: CareIntervals, changes: UpdatePracticeSettings): CareIntervals {
  const { evaluationIntervalMonths, planWithinDays, referralFeedbackDays, maxCaseload } = changes;
  return {
    contactIntervalDays: merged(before.contactIntervalDays, changes.contactIntervalDays),
    evaluationIntervalMonths: evaluationIntervalMonths ?? before.evaluationIntervalMonths,
    planWithinDays: planWithinDays ?? before.planWithinDays,
    referralFeedbackDays: referralFeedbackDays ?? before.referralFeedbackDays,
    maxCaseload: maxCaseload === undefined ? before.maxCaseload : maxCaseload,
  };
}

function changedIntervals(before: CareIntervals, after: CareIntervals): object {
  const changed = INTERVALS.filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]));
  const intervals = Object.fromEntries(changed.map((key) => [key, { before: before[key], after: after[key] }]));
  return changed.length === 0 ? {} : { intervals };
}

type CareSettings = Pick<PracticeSettingsView, 'gpOwnClientsOnly' | 'caseManagerRoles'>;

const careAfter = (before: CareSettings, changes: UpdatePracticeSettings): CareSettings => ({
  gpOwnClientsOnly: changes.gpOwnClientsOnly ?? before.gpOwnClientsOnly,
  caseManagerRoles: merged(before.caseManagerRoles, changes.caseManagerRoles),
});

/** For the log: what a GP sees, and who is offered first, with their old and new value. */
function changedCare(before: CareSettings, after: CareSettings): object {
  const keys = (['gpOwnClientsOnly', 'caseManagerRoles'] as const).filter(
    (key) => !isDeepStrictEqual(before[key], after[key]),
  );
  const care = Object.fromEntries(keys.map((key) => [key, { before: before[key], after: after[key] }]));
  return keys.length === 0 ? {} : { care };
}

type RoundSettings = Pick<PracticeSettingsView, (typeof ROUND_SETTINGS)[number]>;

function roundsAfter(before: RoundSettings, changes: Partial<RoundSettings>): RoundSettings {
  return {
    secondEntryBorders: changes.secondEntryBorders ?? before.secondEntryBorders,
    secondEntryShare: changes.secondEntryShare ?? before.secondEntryShare,
    reminderDays: changes.reminderDays ?? before.reminderDays,
    rescreenIntervalMonths: changes.rescreenIntervalMonths ?? before.rescreenIntervalMonths,
  };
}

/** For the log: which settings of the round changed, with their old and new value. */
function changedRounds(before: RoundSettings, after: RoundSettings): object {
  const changed = ROUND_SETTINGS.filter((key) => String(before[key]) !== String(after[key]));
  const rounds = Object.fromEntries(changed.map((key) => [key, { before: before[key], after: after[key] }]));
  return changed.length === 0 ? {} : { rounds };
}

/** What was left out stays. */
function merged<Group extends object>(before: Group, changes: Partial<Group> = {}): Group {
  return { ...before, ...Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) };
}

const changedLabels = (before: ProfileLabels, after: ProfileLabels): readonly Profile[] =>
  PROFILES.filter((profile) => before[profile] !== after[profile]);

/** Also the word for "undetermined" is taken: a proposal of that name is something else than a profile. */
function refuseRepeated(labels: ProfileLabels): void {
  const repeated = repeatedLabels(labels, [text('profiles.name.UNDETERMINED')]);
  if (repeated.length === 0) return;
  throw invalidInput(
    ...repeated.map((profile) => ({ pointer: `/profileLabels/${profile}`, code: 'LABEL_REPEATED' as const })),
  );
}
