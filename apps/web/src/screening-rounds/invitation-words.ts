import { formatDutchDay, showFormCode } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import type { Invitation, InvitedClient } from './round-types.ts';

type Said = string | false | null;
const said = (words: readonly Said[]): string[] => words.filter((word): word is string => Boolean(word));

/** What matters before one phones or writes. */
export function markWords(client: InvitedClient): readonly string[] {
  const { language, interpreter, hearing, noPost, preferredMoment } = client;
  return said([
    language !== 'nl' && language !== '' && text('clients.marks.language', { language }),
    interpreter && text('clients.marks.interpreter'),
    hearing === 'HARD' && text('clients.marks.hearing.HARD'),
    hearing === 'AID' && text('clients.marks.hearing.AID'),
    preferredMoment && text('screeningRounds.questions.moment', { moment: preferredMoment }),
    noPost && text('clients.marks.noPost'),
  ]);
}

const on = (key: 'sent' | 'reminded1' | 'reminded2' | 'undeliverable' | 'phoned', day: string | null): Said =>
  day !== null && text(`screeningRounds.people.fact.${key}`, { day: formatDutchDay(day) });

/** What happened so far, in its order. */
export function factWords(invitation: Invitation): readonly string[] {
  const { route, sentOn, reminded1On, reminded2On, undeliverableOn, phonedOn, exitReason, refusesLater } = invitation;
  const sent =
    sentOn !== null && route !== null && route !== 'MAIL'
      ? text('screeningRounds.people.fact.sentBy', {
          route: text(`screeningRounds.route.${route}`),
          day: formatDutchDay(sentOn),
        })
      : on('sent', sentOn);
  return said([
    sent,
    on('reminded1', reminded1On),
    on('reminded2', reminded2On),
    on('undeliverable', undeliverableOn),
    on('phoned', phonedOn),
    exitReason !== null && text('screeningRounds.people.fact.reason', { reason: exitReason }),
    refusesLater === true && text('screeningRounds.people.fact.refusesLater'),
    text('screeningRounds.people.fact.formCode', { code: showFormCode(invitation.formCode) }),
  ]);
}

export const nextStepWords = ({ nextStep }: Pick<Invitation, 'nextStep'>): string =>
  nextStep === null ? '' : text(`screeningRounds.people.step.${nextStep.code}`);
