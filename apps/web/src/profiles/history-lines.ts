import { dayOfInstant, formatDutchDay } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { profileWord } from '../platform/profile-labels.tsx';
import type { NameOf, ProfileEntry, Response } from './profile-types.ts';

export type HistoryLine = {
  key: string;
  /** Day on which it happened, for the margin. */
  day: string;
  at: string;
  entry?: ProfileEntry;
  sentence: string;
  more: readonly string[];
  isCurrent?: boolean;
};

type Basis = NonNullable<ProfileEntry['basis']>;

const bounds = ({ lower, upper }: Basis['gfi']): string => (lower === upper ? String(lower) : `${lower}–${upper}`);

const basisWords = ({ gfi, imesa }: Basis): string =>
  text('profiles.history.basis', { totals: `INTERMED ${bounds(imesa)}, GFI ${bounds(gfi)}` });

function differsWords({ profile, proposedProfile, labels }: ProfileEntry): string | undefined {
  if (proposedProfile === null) return text('profiles.history.noProposal');
  if (proposedProfile === profile) return undefined;
  return text('profiles.history.otherThanProposed', { profile: profileWord(proposedProfile, labels) });
}

function reasonWords({ reason, reasonCode }: ProfileEntry): string | undefined {
  const code = reasonCode ? text(`profiles.assign.code.${reasonCode}`) : undefined;
  if (!reason) return code;
  return code === undefined ? reason : text('profiles.history.reason', { code, reason });
}

function entryLine(entry: ProfileEntry, nameOf: NameOf): HistoryLine {
  const isAssigned = entry.kind === 'ASSIGNED';
  const words = isAssigned
    ? [
        differsWords(entry),
        reasonWords(entry),
        entry.basis ? basisWords(entry.basis) : undefined,
        entry.basisVoided ? text('profiles.history.basisVoided') : undefined,
        entry.undoneAt
          ? text('profiles.history.undone', { day: formatDutchDay(dayOfInstant(entry.undoneAt)) })
          : undefined,
      ]
    : [entry.basis ? basisWords(entry.basis) : undefined];
  return {
    key: `${entry.kind} ${entry.id}`,
    day: entry.at === null ? entry.on : dayOfInstant(entry.at),
    at: entry.at ?? entry.on,
    entry,
    sentence: isAssigned
      ? text(entry.meetingId ? 'profiles.history.byTeam' : 'profiles.history.assigned', {
          name: nameOf(entry.assignedBy),
        })
      : text('profiles.history.proposed', { day: formatDutchDay(entry.on) }),
    more: words.filter((word) => word !== undefined),
    isCurrent: entry.current,
  };
}

/** A form that was taken back keeps one line: when, by whom, why. */
function voidedLine(response: Response, nameOf: NameOf): HistoryLine {
  const { id, completedOn, voidedBy, voidedAt, voidCode, voidReason, startedAt } = response;
  const at = voidedAt ?? startedAt;
  const code = voidCode === null ? '' : text(`profiles.void.code.${voidCode}`);
  const isCodeOnly = voidReason === null || voidReason === voidCode || voidReason === code;
  const reason = isCodeOnly ? code : text('profiles.history.reason', { code, reason: voidReason });
  const name = nameOf(voidedBy);
  return {
    key: `VOID ${id}`,
    day: dayOfInstant(at),
    at,
    sentence:
      completedOn === null
        ? text('profiles.history.voidedNoDay', { name, reason })
        : text('profiles.history.voided', { day: formatDutchDay(completedOn), name, reason }),
    more: [],
  };
}

/** A form that was improved: the line says by whom and why, from the form that took its place. */
function supersededLine(response: Response, successor: Response | undefined, nameOf: NameOf): HistoryLine {
  const at = successor?.completedAt ?? response.completedAt ?? response.startedAt;
  const code = successor?.amendmentCode;
  const words = [code ? text(`profiles.amend.code.${code}`) : '', successor?.amendmentReason ?? ''];
  const reason = words.filter((word) => word !== '').join(': ');
  return {
    key: `SUPERSEDED ${response.id}`,
    day: dayOfInstant(at),
    at,
    sentence: text('profiles.history.superseded', { day: formatDutchDay(response.completedOn ?? dayOfInstant(at)) }),
    more:
      successor === undefined ? [] : [text('profiles.history.amended', { name: nameOf(successor.enteredBy), reason })],
  };
}

/** Everything that happened to the profile, newest first. */
export function historyLines(
  entries: readonly ProfileEntry[],
  responses: readonly Response[],
  nameOf: NameOf,
): readonly HistoryLine[] {
  const lines = [
    ...entries.map((entry) => entryLine(entry, nameOf)),
    ...responses.filter(({ status }) => status === 'VOID').map((response) => voidedLine(response, nameOf)),
    ...responses
      .filter(({ status }) => status === 'SUPERSEDED')
      .map((response) =>
        supersededLine(
          response,
          responses.find(({ supersedesId }) => supersedesId === response.id),
          nameOf,
        ),
      ),
  ];
  return lines.toSorted((a, b) => (a.at < b.at ? 1 : -1));
}
