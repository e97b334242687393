import { Anchor, Button } from '@mantine/core';
import { firstOf, takesAgreement } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { IconArrowLeft, IconArrowRight } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { Link } from 'react-router';
import { announce } from '../platform/announcer.tsx';
import { createIdempotencyKey } from '../platform/api.ts';
import { useHotkeys } from '../platform/hotkeys.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import { ActDialog, type OpenAct } from './ActDialog.tsx';
import { cardQuery } from './card-queries.ts';
import { isCovered } from './cover-refused.ts';
import { CoveredPlace } from './CoveredPlace.tsx';
import { DECISION_KEYS, type MeetingAct } from './decision-keys.ts';
import { DecisionBar } from './DecisionBar.tsx';
import { MedicalNote, NoteKey } from './MedicalNote.tsx';
import {
  type AgendaLine,
  type AgendaPlace,
  holds,
  isShared,
  keepDecision,
  type Meeting,
  meetingQuery,
  toDiscuss,
  undoDecision,
} from './meeting-queries.ts';
import type { NameOf, Person } from './meeting-words.ts';
import { notReturnedAround } from './not-returned.ts';
import { NotReturnedBlock } from './NotReturnedBlock.tsx';
import { PlaceList } from './PlaceList.tsx';
import { RunCard } from './RunCard.tsx';
import { RunClock } from './RunClock.tsx';
import { RunTopics } from './RunTopics.tsx';
import { ScreenBar } from './ScreenBar.tsx';
import { useCoveredPlaces } from './use-covered-places.ts';
import { useFollowing } from './use-following.ts';
import { useShownPlace } from './use-shown-place.ts';
import classes from './meetings.module.css';

const CARDS_AHEAD = 3;

type Props = { meeting: Meeting; people: readonly Person[]; today: string; nameOf: NameOf };

/** One client at a time, large enough for a beamer; every act has a key. */
export function RunningMeeting({ meeting, people, today, nameOf }: Props) {
  const cache = useQueryClient();
  const [leavesId, setLeavesId] = useState<string | null>(null);
  const ordered = firstOf(toDiscuss(meeting), leavesId);
  const shown = useShownPlace(meeting, ordered);
  const { places, uncover } = useCoveredPlaces(ordered, shown);
  const { at, go } = shown;
  useFollowing(meeting.id, meeting.state === 'RUNNING');
  const [act, setAct] = useState<OpenAct>();
  const [showsList, setShowsList] = useState(false);
  const notes = useOpenNotes();
  const place = places[at - 1];
  const line = place !== undefined && isShared(place) ? place : undefined;
  const mayDecide = meeting.mayWrite && (meeting.state === 'RUNNING' || meeting.state === 'REOPENED');
  const mayAgree = meeting.mayWrite && takesAgreement(meeting.state);
  const block = mayDecide ? notReturnedAround(places, at) : [];
  const hasBlock = block.length > 1;
  const latest = line?.decisions.findLast(holds);
  const begin = (kind: MeetingAct): void => setAct(line && { kind, line, block });
  const undo = useMutation({
    networkMode: 'always',
    mutationFn: (id: string) => undoDecision(id, createIdempotencyKey()),
    onSuccess: async (taken) => {
      await keepDecision(cache, taken);
      announce(text('teamMeetings.run.isUndone'));
    },
    onError: () => cache.invalidateQueries({ queryKey: meetingQuery(meeting.id).queryKey }),
  });
  /** The order on this laptop, and never the client that is being discussed. */
  const putFirst = (userId: string | null): void => {
    setLeavesId(userId);
    const anew = firstOf(toDiscuss(meeting), userId);
    if (shown.looks === 'ALONE') go(anew.findIndex((one) => one.place === place?.place) + 1);
  };
  const takeBack = (id: string): void => {
    if (!undo.isPending) undo.mutate(id);
  };
  usePrefetchedCards(places, at);
  useAnnouncedClient(line?.clientName ?? text('teamMeetings.agenda.notShared'));

  useHotkeys([
    { keys: 'ArrowLeft', description: text('teamMeetings.run.previous'), run: () => go(at - 1) },
    { keys: 'ArrowRight', description: text('teamMeetings.run.next'), run: () => go(at + 1) },
    { keys: 'l', description: text('teamMeetings.run.listTitle'), run: () => setShowsList((before) => !before) },
    ...(mayDecide && line !== undefined
      ? [
          ...DECISION_KEYS.map(([kind, keys]) => ({
            keys,
            description: text(`teamMeetings.decision.${kind}`),
            run: () => begin(kind),
          })),
          { keys: 't', description: text('teamMeetings.feedback.act'), run: () => begin('FEEDBACK') },
          ...(hasBlock
            ? [{ keys: 'r', description: text('meetingCard.notReturned.act'), run: () => begin('NOT_RETURNED') }]
            : []),
          ...(mayAgree
            ? [{ keys: 'k', description: text('teamMeetings.agreement.label'), run: () => begin('AGREEMENT') }]
            : []),
          ...(latest === undefined
            ? []
            : [{ keys: 'Backspace', description: text('teamMeetings.run.undo'), run: () => takeBack(latest.id) }]),
        ]
      : []),
  ]);
  if (place === undefined)
    return (
      <>
        <EmptyState title={text('teamMeetings.agenda.none.title')} hint={text('teamMeetings.agenda.none.hint')} />
        <RunTopics meeting={meeting} nameOf={nameOf} />
      </>
    );
  return (
    <div className={classes['run']}>
      <RunClock meeting={meeting} at={at} total={places.length} place={place.place} />
      {meeting.state === 'RUNNING' && <ScreenBar shown={shown} mayPresent={meeting.mayWrite} nameOf={nameOf} />}
      {undo.error !== null && <ProblemSummary error={undo.error} />}
      <div className={classes['stage']}>
        {showsList && (
          <PlaceList
            places={places}
            at={at}
            attendees={meeting.attendees}
            leavesId={leavesId}
            onGo={go}
            onLeaves={putFirst}
          />
        )}
        <div className={classes['card']}>
          {hasBlock && <NotReturnedBlock lines={block} onAct={() => begin('NOT_RETURNED')} />}
          {line !== undefined && <RunCard line={line} nameOf={nameOf} today={today} />}
          {isCovered(place) && <CoveredPlace onUncover={uncover} />}
          {line === undefined && !isCovered(place) && (
            <p className={classes['runName']}>{text('teamMeetings.agenda.notShared')}</p>
          )}
          {line !== undefined && mayDecide && (
            <DecisionBar
              onAct={begin}
              mayAgree={mayAgree}
              {...(latest !== undefined && { onUndo: () => takeBack(latest.id) })}
            >
              <NoteKey line={line} isOpen={notes.isOpen(line)} onPress={() => notes.begin(line)} />
            </DecisionBar>
          )}
          {notes.open.map((one) => (
            <MedicalNote
              key={one.id}
              line={one}
              isShown={one.id === line?.id && mayDecide}
              nameOf={nameOf}
              onClose={() => notes.close(one)}
            />
          ))}
        </div>
      </div>
      <footer className={classes['runFoot']}>
        <Button
          variant="default"
          leftSection={<IconArrowLeft size={18} aria-hidden />}
          disabled={at === 1}
          onClick={() => go(at - 1)}
        >
          {text('teamMeetings.run.previous')}
        </Button>
        <Anchor component={Link} to={`/meetings/${meeting.id}`}>
          {text('teamMeetings.run.leave')}
        </Anchor>
        <Button
          variant="default"
          rightSection={<IconArrowRight size={18} aria-hidden />}
          disabled={at === places.length}
          onClick={() => go(at + 1)}
        >
          {text('teamMeetings.run.next')}
        </Button>
      </footer>
      {at === places.length && <RunTopics meeting={meeting} nameOf={nameOf} />}
      {act !== undefined && (
        <ActDialog act={act} meeting={meeting} people={people} today={today} onClose={() => setAct(undefined)} />
      )}
    </div>
  );
}

/** The next cards are there before they are asked for, with the connection or without. */
function usePrefetchedCards(places: readonly AgendaPlace[], at: number): void {
  const cache = useQueryClient();
  const next = places.slice(at, at + CARDS_AHEAD).filter(isShared);
  const ids = next.map(({ id }) => id).join(' ');
  const prefetch = useEffectEvent(() => {
    for (const line of next) void cache.prefetchQuery(cardQuery(line));
  });
  useEffect(() => prefetch(), [ids]);
}

/** A switch of client is never silent, also where the presenter made it. */
function useAnnouncedClient(name: string): void {
  const said = useRef(name);
  useEffect(() => {
    if (said.current !== name) announce(name);
    said.current = name;
  }, [name]);
}

/** Notes that are open: more than one while that of the client before is not safe yet. */
function useOpenNotes() {
  const [open, setOpen] = useState<readonly AgendaLine[]>([]);
  const isOpen = ({ id }: AgendaLine): boolean => open.some((one) => one.id === id);
  const close = ({ id }: AgendaLine): void => setOpen((before) => before.filter((one) => one.id !== id));
  return {
    open,
    isOpen,
    close,
    begin: (line: AgendaLine) => setOpen((before) => [...before, line]),
  };
}
