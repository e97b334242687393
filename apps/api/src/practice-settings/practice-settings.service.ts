import { Injectable } from '@nestjs/common';
import { type Profile, type ProfileLabels, PROFILES, repeatedLabels } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { expectedVersion } from '../platform/http/if-match.ts';
import { DomainError, invalidInput } from '../platform/http/problem.ts';
import { changeRows, queryOne, requestContext } from '../platform/request/request-context.ts';
import type { PracticeSettingsView, UpdatePracticeSettings } from './practice-settings.dto.ts';

/** Labels and cut-offs of a practice. Every result keeps those it was made with, so a change never rewrites one. */
@Injectable()
export class PracticeSettings {
  get(): Promise<PracticeSettingsView> {
    return queryOne<PracticeSettingsView>(
      `SELECT version, profile_labels AS "profileLabels", cut_offs AS "cutOffs" FROM care.practice
       WHERE id = ctx.practice_id()`,
    );
  }

  /** Throws 412 with the settings as they are when somebody else changed them since. */
  async update(ifMatch: string | undefined, body: UpdatePracticeSettings): Promise<PracticeSettingsView> {
    const version = expectedVersion(ifMatch);
    const before = await this.get();
    const profileLabels = merged(before.profileLabels, body.profileLabels);
    const cutOffs = merged(before.cutOffs, body.cutOffs);
    if (before.version !== version) throw new DomainError('STALE', { extra: { current: before } });
    refuseRepeated(profileLabels);
    const changed = await changeRows(
      `UPDATE care.practice SET profile_labels = $2, cut_offs = $3, version = version + 1
       WHERE id = ctx.practice_id() AND version = $1`,
      [version, JSON.stringify(profileLabels), JSON.stringify(cutOffs)],
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
      },
    });
    return this.get();
  }
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
