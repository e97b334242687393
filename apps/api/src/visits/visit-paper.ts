import { formatDutchDay, formatPhone, listName, type PersonName, type ShownAnswer } from '@samenoud/domain';
import { findText, text } from '@samenoud/texts';
import { ClientPaper, type PaperSender } from '../platform/documents/paper/client-paper.ts';
import { WORKING } from '../platform/documents/paper/measure.ts';
import { unbroken } from '../platform/documents/paper/unbroken.ts';
import type { ActionView, ClientView, GoalView, VisitFacts } from './visit-facts.ts';

export interface VisitPaperFacts extends VisitFacts {
  readonly sender: PaperSender;
  readonly names: ReadonlyMap<string, string>;
  readonly profileLabel: string | null;
  readonly madeBy: string;
  readonly madeOn: string;
}

interface Part {
  readonly heading: string;
  /** Null: the reader may not see it. */
  readonly lines: readonly string[] | null;
  readonly none?: string;
}

/** One page to read before the bell rings. A part that its reader may not see is named, and not on it. */
export function renderVisit(facts: VisitPaperFacts): Promise<Buffer> {
  const { client, sender, madeBy, madeOn } = facts;
  const title = text('visits.paper.title', { name: listName(client.name as PersonName) });
  const mark = text('visits.paper.mark', { name: madeBy, day: formatDutchDay(madeOn) });
  const out = new ClientPaper(title, sender, WORKING, mark);
  out.title(title);
  for (const line of whoLines(facts)) out.paragraph(line);
  for (const { heading, lines, none } of partsOf(facts)) {
    out.heading(heading);
    if (lines === null) out.paragraph(text('visits.paper.hidden'));
    else if (lines.length === 0) out.paragraph(none ?? text('visits.none'));
    for (const line of lines ?? []) out.paragraph(`• ${line}`);
  }
  if (facts.isPartHidden) out.paragraph(text('visits.paper.partHidden'));
  return out.finish();
}

function whoLines({ client, firstContact, profileLabel }: VisitPaperFacts): string[] {
  const { address, birthDate, age, phone } = client;
  const house = [address.street, `${address.houseNumber ?? ''}${address.suffix ?? ''}`].filter(Boolean).join(' ');
  const town = [address.postcode, address.city].filter(Boolean).join(' ');
  const born = text('clients.bornWithAge', { day: formatDutchDay(birthDate), n: age });
  const reach = [house, town, phone === null ? '' : unbroken(formatPhone(phone))].filter((part) => part !== '');
  const since = client.profile?.assignedOn;
  return [
    [born, ...reach].join(' · '),
    ...(firstContact === null ? [] : [personLine(firstContact)]),
    profileLabel === null || !since
      ? text('visits.noProfile')
      : text('visits.paper.profile', { profile: profileLabel, day: formatDutchDay(since) }),
  ];
}

function personLine({ name, relation, phone }: NonNullable<VisitFacts['firstContact']>): string {
  const who = relation === null ? name : `${name} (${relation})`;
  const reach = phone === null ? text('visits.paper.noPhone') : unbroken(formatPhone(phone));
  return text('visits.paper.firstContact', { who, reach });
}

function partsOf(facts: VisitPaperFacts): Part[] {
  const { client, plan, form, actions, signals, last, names } = facts;
  const noPlan = text('visits.noPlan');
  const goals = plan === null || plan === 'NONE' ? [] : openGoals(plan.problems ?? []);
  const isPlanHidden = plan === null || (plan !== 'NONE' && plan.problems === undefined);
  const matters = plan === null || plan === 'NONE' ? [] : [plan.whatMatters, plan.strengths, plan.wishes];
  return [
    { heading: text('visits.door'), lines: marksOf(client) },
    { heading: text('visits.matters'), lines: isPlanHidden ? null : said(matters), none: plan === 'NONE' ? noPlan : text('visits.none') }, // prettier-ignore
    {
      heading: text('visits.changes'),
      lines: form && form.changes.map(({ item, before, now }) => text('visits.change', { question: item.label, before: answerIn(before), now: answerIn(now) })), // prettier-ignore
      none: text(form?.hasForm === true ? 'visits.noChange' : 'visits.noForm'),
    },
    { heading: text('visits.blank'), lines: form && form.blank.map(({ number, item }) => `${number}. ${item.label}`) },
    { heading: text('visits.goals'), lines: isPlanHidden ? null : goals.map(goalLine), none: plan === 'NONE' ? noPlan : text('visits.none') }, // prettier-ignore
    { heading: text('actions.heading'), lines: actions && actions.map((action) => actionLine(action, names)) },
    { heading: text('signals.heading'), lines: signals && signals.map(({ type, text: words, on }) => said([text(`signals.type.${type}`), words, formatDutchDay(on)]).join(' · ')) }, // prettier-ignore
    { heading: text('visits.last'), lines: last === null ? null : last === 'NONE' ? [] : said([contactHead(last, names), last.note]) }, // prettier-ignore
    ...consentPart(client),
  ];
}

function marksOf({ marks }: ClientView): string[] {
  const { language, interpreter, hearing, seeing, aid, gettingIn, atTheDoor } = marks;
  return said([
    language && language !== 'nl' ? text('clients.marks.language', { language }) : null,
    interpreter === true ? text('clients.marks.interpreter') : null,
    hearing && hearing !== 'NORMAL' ? (findText(`clients.marks.hearing.${hearing}`) ?? null) : null,
    seeing && seeing !== 'NORMAL' ? (findText(`clients.marks.seeing.${seeing}`) ?? null) : null,
    aid ? text('clients.marks.aid', { aid }) : null,
    gettingIn ? text('clients.marks.gettingIn', { words: gettingIn }) : null,
    atTheDoor ? text('clients.marks.atTheDoor', { words: atTheDoor }) : null,
  ]);
}

function consentPart({ consent }: ClientView): Part[] {
  if (consent === undefined) return [];
  const { given, total } = consent;
  const lines = given < total ? [text('visits.consentAsk', { n: total - given, total })] : [];
  return [{ heading: text('visits.consent'), lines, none: text('visits.consentNone') }];
}

const openGoals = (problems: readonly { goals: GoalView[] }[]): GoalView[] =>
  problems.flatMap(({ goals }) => goals.filter(({ state }) => state === 'OPEN'));

function goalLine({ text: words, baselineScore, targetScore, latestScore, targetDate }: GoalView): string {
  const now = latestScore === null ? text('visits.paper.notScored') : String(latestScore);
  const day = formatDutchDay(targetDate);
  return text('visits.paper.goal', { words, start: baselineScore, wish: targetScore, now, day });
}

function actionLine({ text: words, owner, dueOn }: ActionView, names: ReadonlyMap<string, string>): string {
  const name = owner.kind === 'USER' ? names.get(owner.userId ?? '') : owner.name;
  const who = name ?? text(`actions.owner.${owner.kind}`);
  return `${words}: ${text('actions.line', { owner: who, day: formatDutchDay(dueOn) })}`;
}

function contactHead(
  { on, type, recordedBy }: Exclude<VisitFacts['last'], 'NONE' | null>,
  names: ReadonlyMap<string, string>,
): string {
  return said([`${formatDutchDay(on)} ${text(`contacts.type.${type}`)}`, names.get(recordedBy ?? '')]).join(', ');
}

const answerIn = (shown: ShownAnswer): string =>
  'words' in shown ? shown.words : text(`profiles.answer.${shown.without}`);

const said = (words: readonly (string | null | undefined)[]): string[] =>
  words.filter((one): one is string => typeof one === 'string' && one.trim() !== '');
