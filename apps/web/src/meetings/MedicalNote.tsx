import { Button, Textarea, VisuallyHidden } from '@mantine/core';
import { dayOfInstant, formatDutchDay, MEETING_LIMITS } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useHotkeys } from '../platform/hotkeys.ts';
import { clockOf } from '../ui/clock.ts';
import { Keys } from '../ui/Keys.tsx';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import { SaveState } from '../ui/SaveState.tsx';
import { cardQuery } from './card-queries.ts';
import { type MedicalNote as Note, medicalNoteQuery } from './medical-annex-queries.ts';
import type { AgendaLine } from './meeting-queries.ts';
import type { NameOf } from './meeting-words.ts';
import { useNoteText } from './use-note-text.ts';
import classes from './medical-note.module.css';

const ACT = 'medical-note-act';
const fieldOf = ({ id }: AgendaLine): string => `medical-note-words-${id}`;

/** The key to the note of this client, for who may read one. It looks the same whether there is one or not: others may look on. */
export function NoteKey({ line, isOpen, onPress }: { line: AgendaLine; isOpen: boolean; onPress: () => void }) {
  const { data: card } = useQuery(cardQuery(line));
  if (card?.medicalNote === undefined) return null;
  return <NoteButton isOpen={isOpen} onPress={() => (isOpen ? document.getElementById(fieldOf(line))?.focus() : onPress())} />; // prettier-ignore
}

function NoteButton({ isOpen, onPress }: { isOpen: boolean; onPress: () => void }) {
  useHotkeys([{ keys: 'm', description: text('medicalAnnex.note.act'), run: onPress }]);
  return (
    <Button id={ACT} variant="default" aria-expanded={isOpen} onClick={onPress}>
      <Keys keys="M" />
      &ensp;{text('medicalAnnex.note.act')}
    </Button>
  );
}

type Props = { line: AgendaLine; isShown: boolean; nameOf: NameOf; onClose: () => void };

/** What the physicians note about one client, under her name: it stays until it is safe, also when the screen goes on to another. */
export function MedicalNote({ line, isShown, nameOf, onClose }: Props) {
  const { data: card } = useQuery(cardQuery(line));
  const { data: note, error, isPaused } = useQuery(medicalNoteQuery(line));
  const right = card?.medicalNote;
  const panel = useRef<HTMLElement>(null);
  const isRead = note !== undefined;
  useEffect(() => panel.current?.scrollIntoView({ block: 'nearest' }), [isRead]); // whether it is saved is to be in sight too
  if (right === undefined) return null;
  const title = `medical-note-${line.id}`;
  const close = (): void => {
    onClose();
    document.getElementById(ACT)?.focus();
  };
  return (
    <section ref={panel} className={classes['note']} aria-labelledby={title}>
      <h3 id={title} className={classes['title']}>
        {text('medicalAnnex.note.of', { name: line.clientName })}
      </h3>
      <p className={classes['hint']}>
        <strong>{text('medicalAnnex.note.screen')}</strong> {text('medicalAnnex.forWhom')}{' '}
        {text('medicalAnnex.note.hint')}
      </p>
      {error !== null && <ProblemSummary error={error} />}
      {note === undefined && isPaused && <p role="status">{text('medicalAnnex.note.offline')}</p>}
      {note === undefined && !isPaused && error === null && <p role="status">{text('medicalAnnex.note.loading')}</p>}
      {right === 'WRITE' && (note !== undefined || isPaused) && (
        <NoteField line={line} note={note ?? unread(line)} isShown={isShown} onClose={close} />
      )}
      {right === 'READ' && <NoteRead line={line} note={note} isShown={isShown} nameOf={nameOf} onClose={close} />}
    </section>
  );
}

/** What is typed before anything could be read is held against what stands once it can. */
const unread = ({ id, clientId }: AgendaLine): Note => ({ itemId: id, clientId, version: 0, text: null, changedBy: null, changedAt: null }); // prettier-ignore

type FieldProps = { line: AgendaLine; note: Note; isShown: boolean; onClose: () => void };

function NoteField({ line, note, isShown, onClose }: FieldProps) {
  const { words, status, theirs, write, flush } = useNoteText(line, note);
  const [isLeaving, setLeaving] = useState(false);
  const isSafe = status.kind === 'IDLE' || status.kind === 'SAVED';
  const leave = useEffectEvent(onClose);
  useEffect(() => {
    if (isSafe && (isLeaving || !isShown)) leave();
  }, [isSafe, isLeaving, isShown]);
  function close(): void {
    flush();
    setLeaving(true);
  }
  return (
    <>
      <Textarea
        id={fieldOf(line)}
        label={text('medicalAnnex.note.label')}
        maxLength={MEETING_LIMITS.medicalNote}
        autosize
        minRows={3}
        size="md"
        labelProps={{ mb: 6 }}
        autoFocus
        value={words}
        onKeyDown={({ key }) => {
          if (key === 'Escape') close();
        }}
        onChange={({ currentTarget }) => {
          setLeaving(false);
          write(currentTarget.value);
        }}
      />
      {theirs !== undefined && (
        <div role="alert" className={classes['theirs']}>
          <p>{text('medicalAnnex.note.theirs')}</p>
          <blockquote>{theirs === '' ? text('medicalAnnex.note.nothing') : theirs}</blockquote>
          <Button variant="default" size="compact-md" onClick={() => write(theirs)}>
            {text('medicalAnnex.note.takeTheirs')}
          </Button>
          <Button variant="default" size="compact-md" onClick={() => write(words)}>
            {text('medicalAnnex.note.keepMine')}
          </Button>
        </div>
      )}
      <div className={classes['foot']}>
        <SaveState status={status} />
        <Closing line={line} onClose={close} />
      </div>
    </>
  );
}

type ReadProps = Props & { note: Note | undefined };

function NoteRead({ line, note, isShown, nameOf, onClose }: ReadProps) {
  const leave = useEffectEvent(onClose);
  useEffect(() => {
    if (!isShown) leave();
  }, [isShown]);
  return (
    <>
      {note !== undefined && <p className={classes['words']}>{note.text ?? text('medicalAnnex.note.none')}</p>}
      <div className={classes['foot']}>
        <span className={classes['hint']}>{note?.text && whoWrote(note, nameOf)}</span>
        <Closing line={line} onClose={onClose} />
      </div>
    </>
  );
}

const whoWrote = ({ changedBy, changedAt }: Note, nameOf: NameOf): string =>
  changedAt === null
    ? ''
    : text('medicalAnnex.by', { name: nameOf(changedBy), day: formatDutchDay(dayOfInstant(changedAt)), time: clockOf(changedAt) }); // prettier-ignore

const Closing = ({ line, onClose }: Pick<Props, 'line' | 'onClose'>) => (
  <Button variant="subtle" size="compact-md" onClick={onClose}>
    {text('medicalAnnex.note.close')}
    <VisuallyHidden>: {text('medicalAnnex.note.of', { name: line.clientName })}</VisuallyHidden>
  </Button>
);
