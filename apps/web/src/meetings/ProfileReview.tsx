import { Button, Title } from '@mantine/core';
import { confirmableProfile, mayConfirmTogether } from '@samenoud/domain';
import { plural, text } from '@samenoud/texts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { announce } from '../platform/announcer.tsx';
import { createIdempotencyKey } from '../platform/api.ts';
import { useHotkeys } from '../platform/hotkeys.ts';
import { Chip, ChipGroup } from '../ui/Chips.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Keys } from '../ui/Keys.tsx';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import { Rows } from '../ui/Rows.tsx';
import { meetingQuery } from './meeting-queries.ts';
import type { NameOf } from './meeting-words.ts';
import classes from './meetings.module.css';
import { type Confirmed, confirmProfiles, type Mark, markProfile, type Review, type ReviewLine, reviewQuery } from './review-queries.ts'; // prettier-ignore
import { type ReviewAct, ReviewCard } from './ReviewCard.tsx';
import review from './review.module.css';

const FILTERS = ['ALL', 'MINE', 'READY', 'DISCUSS'] as const;
type Filter = (typeof FILTERS)[number];
type Props = { review: Review; nameOf: NameOf; mayConfirm: boolean };
type Asked = { run: () => Promise<Review>; said: string };

const IS_IN: Readonly<Record<Filter, (line: ReviewLine) => boolean>> = {
  ALL: () => true,
  MINE: ({ isMine }) => isMine,
  READY: ({ mark }) => mark === 'READY',
  DISCUSS: ({ mark }) => mark === 'DISCUSS',
};

/** What can be confirmed as it was proposed; what is undetermined takes somebody who chooses. */
function confirmable({ clientId, responseId, proposed }: ReviewLine): Confirmed[] {
  const profile = confirmableProfile({ proposed });
  return profile === undefined ? [] : [{ clientId, responseId, profile }];
}

/** New and changed profiles before the meeting, one key per client: confirmed ones leave the agenda, the others are discussed. */
export function ProfileReview({ review: { meetingId, lines }, nameOf, mayConfirm }: Props) {
  const cache = useQueryClient();
  const [filter, setFilter] = useState<Filter>('ALL');
  const act = useMutation({
    mutationFn: ({ run }: Asked) => run(),
    onSuccess: (changed, { said }) => {
      cache.setQueryData(reviewQuery(meetingId).queryKey, changed);
      void cache.invalidateQueries({ queryKey: meetingQuery(meetingId).queryKey, exact: true });
      announce(said);
    },
    onError: () => cache.invalidateQueries({ queryKey: meetingQuery(meetingId).queryKey }),
  });
  const ask = (asked: Asked): void => {
    if (!act.isPending) act.mutate(asked);
  };
  const waits = ({ mark }: ReviewLine): boolean => mark === 'OPEN' || (mayConfirm && mark === 'READY');
  const waiting = lines.filter(waits);
  const shown = lines.filter(IS_IN[filter]);
  const current = shown.find(waits);
  const together = mayConfirm ? shown.filter((line) => waits(line) && mayConfirmTogether(line)) : [];

  const mark = (line: ReviewLine, to: Mark): void =>
    ask({
      run: () => markProfile(meetingId, line, to, mayConfirm ? 'CONFIRM' : 'PREPARE'),
      said: text(`profileReview.marked.${to}`, { name: line.clientName }),
    });
  const confirm = (profiles: Confirmed[], said: string): void =>
    ask({ run: () => confirmProfiles(meetingId, profiles, createIdempotencyKey()), said });
  const confirmTogether = (): void =>
    confirm(together.flatMap(confirmable), plural('profileReview.together.done', together.length));

  function actsOf(line: ReviewLine): ReviewAct[] {
    if (!waits(line)) return [{ words: 'takeBack', keys: 'U', run: () => mark(line, 'OPEN') }];
    const profiles = confirmable(line);
    const first: ReviewAct = mayConfirm
      ? { words: 'confirm', keys: 'B', run: () => confirm(profiles, text('profileReview.confirmed', { name: line.clientName })) }
      : { words: 'prepare', keys: 'B', run: () => mark(line, 'READY') }; // prettier-ignore
    const discuss: ReviewAct = { words: 'discuss', keys: 'D', run: () => mark(line, 'DISCUSS') };
    return profiles.length === 0 ? [discuss] : [first, discuss];
  }
  const keyed = current === undefined ? [] : actsOf(current);
  useHotkeys([
    ...keyed.map(({ words, keys, run }) => ({ keys: keys.toLowerCase(), description: text(`profileReview.${words}`), run })),
    ...(together.length > 1 ? [{ keys: 'r', description: text('profileReview.together.key'), run: confirmTogether }] : []),
  ]); // prettier-ignore

  const groups = [
    { title: 'profileReview.mine', lines: shown.filter((line) => waits(line) && line.isMine) },
    { title: 'profileReview.others', lines: shown.filter((line) => waits(line) && !line.isMine) },
    { title: 'profileReview.ready', lines: shown.filter((line) => !waits(line) && line.mark === 'READY') },
    { title: 'profileReview.toDiscuss', lines: shown.filter(({ mark: one }) => one === 'DISCUSS') },
  ] as const;
  const hasOwn = lines.some(({ isMine }) => isMine);
  return (
    <section aria-label={text('profileReview.title')} className={classes['section']}>
      {act.error !== null && <ProblemSummary error={act.error} />}
      {waiting.length === 0 ? (
        <EmptyState
          title={text('profileReview.done')}
          hint={plural('profileReview.left', lines.filter((line) => line.mark === 'DISCUSS').length)}
        />
      ) : (
        <p role="status">{plural('profileReview.waiting', waiting.length)}</p>
      )}
      {lines.length > 1 && (
        <ChipGroup name={text('profileReview.show')}>
          {FILTERS.map((one) => (
            <Chip
              key={one}
              label={text(`profileReview.filter.${one}`)}
              isOn={one === filter}
              onToggle={() => setFilter(one)}
            />
          ))}
        </ChipGroup>
      )}
      {together.length > 1 && (
        <div className={review['together']}>
          <p>{plural('profileReview.together.title', together.length)}</p>
          <Button variant="default" onClick={confirmTogether}>
            {plural('profileReview.together.act', together.length)}&ensp;
            <Keys keys="R" />
          </Button>
        </div>
      )}
      {shown.length === 0 && lines.length > 0 && <p>{text('profileReview.nobody')}</p>}
      {groups
        .filter((group) => group.lines.length > 0)
        .map((group) => (
          <div key={group.title}>
            <Title order={2} size="h3" mt="md" mb="xs">
              {group.title === 'profileReview.others' && !hasOwn
                ? plural('profileReview.lines', group.lines.length)
                : plural(group.title, group.lines.length)}
            </Title>
            <Rows className={review['lines']}>
              {group.lines.map((line) => (
                <li key={line.itemId} aria-current={line === current ? 'step' : undefined}>
                  <ReviewCard line={line} nameOf={nameOf} isCurrent={line === current} acts={actsOf(line)} />
                </li>
              ))}
            </Rows>
          </div>
        ))}
    </section>
  );
}
