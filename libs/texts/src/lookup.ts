import { accessExplanations } from './nl/access-explanations.ts';
import { accessLog } from './nl/access-log.ts';
import { approvals } from './nl/approvals.ts';
import { accessOverview } from './nl/access-overview.ts';
import { bulkExports } from './nl/bulk-exports.ts';
import { carePlanPapers } from './nl/care-plan-papers.ts';
import { carePlans } from './nl/care-plans.ts';
import { careTeams } from './nl/care-teams.ts';
import { caseload } from './nl/caseload.ts';
import { breakGlass } from './nl/break-glass.ts';
import { clientImports } from './nl/client-imports.ts';
import { clientRights } from './nl/client-rights.ts';
import { clients } from './nl/clients.ts';
import { common } from './nl/common.ts';
import { consents } from './nl/consents.ts';
import { destructions } from './nl/destructions.ts';
import { retention } from './nl/retention.ts';
import { entry } from './nl/entry.ts';
import { errors } from './nl/errors.ts';
import { notices } from './nl/notices.ts';
import { lookBack } from './nl/look-back.ts';
import { meetings } from './nl/meetings.ts';
import { medicalAnnex } from './nl/medical-annex.ts';
import { meetingCard } from './nl/meeting-card.ts';
import { profileReview } from './nl/profile-review.ts';
import { merges } from './nl/merges.ts';
import { practiceSettings } from './nl/practice-settings.ts';
import { profiles } from './nl/profiles.ts';
import { publicQuestionnaire } from './nl/public-questionnaire.ts';
import { handovers } from './nl/handovers.ts';
import { hisTexts } from './nl/his-texts.ts';
import { identityProviders } from './nl/identity-providers.ts';
import { instruments } from './nl/instruments.ts';
import { logReviews } from './nl/log-reviews.ts';
import { letterheads } from './nl/letterheads.ts';
import { letters } from './nl/letters.ts';
import { secondEntries } from './nl/second-entries.ts';
import { teamMeetings } from './nl/team-meetings.ts';
import { timeline } from './nl/timeline.ts';
import { safetyNet } from './nl/safety-net.ts';
import { screeningRounds } from './nl/screening-rounds.ts';
import { session } from './nl/session.ts';
import { visits } from './nl/visits.ts';
import { actions } from './nl/actions.ts';
import { contacts } from './nl/contacts.ts';
import { signals } from './nl/signals.ts';
import { referrals } from './nl/referrals.ts';
import { start } from './nl/start.ts';
import { today } from './nl/today.ts';
import { treatmentPlans } from './nl/treatment-plans.ts';
import { directives } from './nl/directives.ts';
import { carePlanning } from './nl/care-planning.ts';
import { networks } from './nl/networks.ts';
import { surroundingsPlans } from './nl/surroundings-plans.ts';
import { users } from './nl/users.ts';

const all = {
  accessExplanations,
  accessLog,
  breakGlass,
  approvals,
  accessOverview,
  bulkExports,
  carePlanPapers,
  carePlans,
  careTeams,
  caseload,
  clientImports,
  clientRights,
  clients,
  common,
  consents,
  destructions,
  retention,
  entry,
  errors,
  handovers,
  hisTexts,
  identityProviders,
  instruments,
  letterheads,
  letters,
  logReviews,
  notices,
  lookBack,
  medicalAnnex,
  meetings,
  meetingCard,
  profileReview,
  merges,
  practiceSettings,
  profiles,
  publicQuestionnaire,
  secondEntries,
  safetyNet,
  teamMeetings,
  timeline,
  screeningRounds,
  session,
  actions,
  visits,
  contacts,
  signals,
  referrals,
  start,
  today,
  treatmentPlans,
  directives,
  carePlanning,
  networks,
  surroundingsPlans,
  users,
} as const;
type All = typeof all;

export type PluralForms = { readonly one: string; readonly other: string };

/** Dotted paths to every node of `Node` that is a `Wanted`. */
type PathsTo<Node, Wanted, Prefix extends string = ''> = {
  [Key in keyof Node & string]: Node[Key] extends Wanted
    ? `${Prefix}${Key}`
    : Node[Key] extends string
      ? never
      : PathsTo<Node[Key], Wanted, `${Prefix}${Key}.`>;
}[keyof Node & string];

type At<Node, Path extends string> = Path extends `${infer Head}.${infer Rest}`
  ? Head extends keyof Node
    ? At<Node[Head], Rest>
    : never
  : Path extends keyof Node
    ? Node[Path]
    : never;

/** The names between braces in a sentence. */
type Placeholders<Sentence> = Sentence extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never;

export type TextKey = PathsTo<All, string>;
export type PluralKey = PathsTo<All, PluralForms>;
type Value = string | number;
type Values<Key extends TextKey> = Record<Placeholders<At<All, Key>>, Value>;
type Arguments<Key extends TextKey> = [Placeholders<At<All, Key>>] extends [never] ? [] : [values: Values<Key>];

const isRecord = (node: unknown): node is Record<string, unknown> => typeof node === 'object' && node !== null;

function nodeAt(key: string): unknown {
  return key.split('.').reduce<unknown>((node, part) => (isRecord(node) ? node[part] : undefined), all);
}

function fill(sentence: string, values: Readonly<Record<string, Value>>): string {
  return sentence.replace(/\{(\w+)\}/g, (placeholder, name: string) => String(values[name] ?? placeholder));
}

/**
 * The Dutch sentence at `key`, with its `{placeholders}` filled in.
 * An unknown key or a missing placeholder is a type error; a key made at run time that does not exist throws.
 */
export function text<Key extends TextKey>(key: Key, ...[values]: Arguments<Key>): string {
  const sentence = nodeAt(key);
  if (typeof sentence !== 'string') throw new Error(`No text at ${key}`);
  return fill(sentence, values ?? {});
}

/** The sentence at `key` for `n` things: `one` for exactly 1, `other` for every other count; `{n}` is the count. */
export function plural(key: PluralKey, n: number): string {
  const forms = nodeAt(key);
  const sentence = isRecord(forms) ? forms[n === 1 ? 'one' : 'other'] : undefined;
  if (typeof sentence !== 'string') throw new Error(`No plural text at ${key}`);
  return fill(sentence, { n });
}

/** The Dutch words at a key made at run time, as for a code of the API that this release may not know. */
export function findText(key: string): string | undefined {
  const sentence = nodeAt(key);
  return typeof sentence === 'string' ? sentence : undefined;
}

/** The Dutch sentence of an error code, or nothing when the code has none here. */
export function findErrorText(code: string): string | undefined {
  const sentence = Object.hasOwn(errors, code) ? nodeAt(`errors.${code}`) : undefined;
  return typeof sentence === 'string' ? sentence : undefined;
}
