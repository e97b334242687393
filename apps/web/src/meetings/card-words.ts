import { formatDutchDay, formatDutchDayShort, INSTRUMENTS } from '@samenoud/domain';
import { plural, text } from '@samenoud/texts';
import type { AgendaCard } from './card-queries.ts';
import type { AgendaLine, Decision } from './meeting-queries.ts';

/** Changed answers and goals that fit on a card that is read from four metres. */
const IN_SIGHT = 3;

type Answers = NonNullable<AgendaCard['answers']>;
type Plan = NonNullable<AgendaCard['plan']>;
type Bounds = NonNullable<Answers['now']>['gfi'];

const totalOf = ({ lower, upper }: Bounds): string => (lower === upper ? String(lower) : `${lower}–${upper}`);

/** „GFI 3 → 5”, „Geheugen: nee → soms”: this form beside the one before it, the answers that do not fit as a number. */
export function changeWords({ now, before, compared, completedOn, previousOn, changes }: Answers): string[] {
  const totals = INSTRUMENTS.flatMap((instrument) => {
    if (now === null) return [];
    const [total, earlier] = [totalOf(now[instrument]), before && totalOf(before[instrument])];
    const values = { instrument: text(`profiles.instrument.${instrument}`), now: total, before: earlier ?? total };
    return [text(earlier === null || earlier === total ? 'profileReview.total' : 'profileReview.totalChanged', values)];
  });
  const answers = changes
    .slice(0, IN_SIGHT)
    .map(({ label, before: then, now: answer }) => text('profileReview.change', { label, before: then, now: answer }));
  const rest = changes.length > IN_SIGHT ? [plural('profileReview.more', changes.length - IN_SIGHT)] : [];
  return [...(totals.length > 0 ? [totals.join(' · ')] : []), ...since(compared, completedOn, previousOn, changes.length), ...(answers.length > 0 ? [[...answers, ...rest].join(' · ')] : [])]; // prettier-ignore
}

function since(compared: string, completedOn: string, previousOn: string | null, changes: number): string[] {
  if (compared === 'FIRST_FORM') return [text('profileReview.first', { day: formatDutchDay(completedOn) })];
  if (compared === 'TOTALS_ONLY' || previousOn === null || changes > 0) return [];
  return [text('profileReview.nothing', { before: formatDutchDay(previousOn) })];
}

/** What matters in the client's own words, the goals of what she chose, and what is late. */
export function planWords({ whatMatters, problems, lateActions }: Plan): string[] {
  const chosen = problems.some(({ isChosen }) => isChosen) ? problems.filter(({ isChosen }) => isChosen) : problems;
  const lines = chosen.flatMap(({ label, goals }) => (goals.length === 0 ? [label] : goals.map(goalWords)));
  return [
    ...(whatMatters === null ? [] : [text('meetingCard.matters', { words: whatMatters })]),
    ...lines.slice(0, IN_SIGHT),
    ...(lines.length > IN_SIGHT ? [plural('meetingCard.moreGoals', lines.length - IN_SIGHT)] : []),
    ...(lateActions > 0 ? [plural('meetingCard.late', lateActions)] : []),
  ];
}

/** „Weer naar de markt 8 → 5, wens 4”. */
const goalWords = ({ text: words, baseline, latest, target }: Plan['problems'][number]['goals'][number]): string =>
  text(latest === null || latest === baseline ? 'meetingCard.goal' : 'meetingCard.goalMoved', {
    text: words, baseline: baseline ?? '?', latest: latest ?? '?', target: target ?? '?',
  }); // prettier-ignore

/** „2× uitgesteld, eerst 3 okt”. */
export function postponedWords({ postponedCount, dueBefore }: AgendaLine['openActions'][number]): string | undefined {
  const [first] = dueBefore ?? [];
  if (postponedCount === 0 || first === undefined) return undefined;
  return text('meetingCard.postponed', { n: postponedCount, day: formatDutchDayShort(first) });
}

/** What came of an earlier decision; undefined where that is not known, or it just holds. */
export function cameOf({ action, referral }: Decision, today: string): string | undefined {
  if (referral !== null) return text(`referrals.state.${referral.state}`);
  if (action === null) return undefined;
  if (action.state === 'CANCELLED') return text('teamMeetings.run.isCancelled');
  if (action.state === 'DONE')
    return action.doneOn ? text('meetingCard.doneOn', { day: formatDutchDayShort(action.doneOn) }) : text('teamMeetings.run.isDone'); // prettier-ignore
  return text(action.dueOn < today ? 'actions.late' : 'meetingCard.stillOpen');
}
