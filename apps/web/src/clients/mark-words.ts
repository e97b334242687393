import { formatDutchDay } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import type { Client } from './client-types.ts';

type Marks = Client['marks'];

function speaking(marks: Marks): (string | false | null | undefined)[] {
  const { language, interpreter, hearing, seeing, largePrint, aid, preferredChannel, preferredMoment } = marks;
  return [
    language && language !== 'nl' && text('clients.marks.language', { language }),
    interpreter && text('clients.marks.interpreter'),
    hearing && hearing !== 'NORMAL' && text(`clients.marks.hearing.${hearing}`),
    seeing && seeing !== 'NORMAL' && text(`clients.marks.seeing.${seeing}`),
    aid && text('clients.marks.aid', { aid }),
    largePrint && text('clients.marks.largePrint'),
    preferredChannel && text(`clients.marks.channel.${preferredChannel}`),
    preferredMoment && text('clients.marks.moment', { moment: preferredMoment }),
  ];
}

function door({ gettingIn, atTheDoor }: Marks): (string | false | null | undefined)[] {
  return [
    gettingIn && text('clients.marks.gettingIn', { words: gettingIn }),
    atTheDoor && text('clients.marks.atTheDoor', { words: atTheDoor }),
  ];
}

function post({ noPost, noPostReason, letterAddress, doNotInviteOn, doNotInviteReason }: Marks) {
  const recipient = letterAddress?.recipient;
  const until = letterAddress?.until;
  const day = doNotInviteOn ? formatDutchDay(doNotInviteOn) : '';
  return [
    noPost &&
      (noPostReason ? text('clients.marks.noPostBecause', { reason: noPostReason }) : text('clients.marks.noPost')),
    recipient &&
      (until
        ? text('clients.marks.lettersUntil', { recipient, day: formatDutchDay(until) })
        : text('clients.marks.letters', { recipient })),
    doNotInviteOn &&
      (doNotInviteReason
        ? text('clients.marks.doNotInviteBecause', { day, reason: doNotInviteReason })
        : text('clients.marks.doNotInvite', { day })),
  ];
}

const said = (words: readonly (string | false | null | undefined)[]): string[] =>
  words.filter((word): word is string => typeof word === 'string' && word !== '');

/** Every mark that says something, in words. */
export const markWords = (marks: Marks): string[] => said([...speaking(marks), ...door(marks), ...post(marks)]);

/** What matters before one picks up the phone or writes: for the head of the record. */
export const urgentMarkWords = (marks: Marks): string[] =>
  said([...speaking({ ...marks, aid: null, preferredChannel: null, preferredMoment: null }), ...post(marks)]);
