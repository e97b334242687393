import { Button, Checkbox, Title } from '@mantine/core';
import { ACTION_LIMITS, addDays, formatDutchDay } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { announce } from '../platform/announcer.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { HiddenNote } from '../ui/HiddenNote.tsx';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import { WordsDialog } from '../ui/WordsDialog.tsx';
import { type Action, type ActionChange, actionsOfClientQuery, updateAction } from './action-queries.ts';
import { actionLine } from './action-words.ts';
import entries from '../ui/Entries.module.css';

const POSTPONED_DAYS = 7;

type Props = { clientId: string; today: string; nameOf: (userId: string | null) => string };
type Asking = { readonly action: Action; readonly act: 'POSTPONE' | 'CANCEL' };
type Change = { action: Action; body: ActionChange; words: string };

/** Who does what about this client; what is done or cancelled stays one click away, and opens again. */
export function ActionSection({ clientId, today, nameOf }: Props) {
  const cache = useQueryClient();
  const { data } = useQuery(actionsOfClientQuery(clientId));
  const [asking, setAsking] = useState<Asking>();
  const [showsAll, setShowsAll] = useState(false);
  const change = useMutation({
    mutationFn: ({ action, body }: Change) => updateAction(action, body),
    onSuccess: (_, { words }) => done(words),
    onError: () => cache.invalidateQueries({ queryKey: ['clients', clientId, 'actions'] }),
  });
  async function done(words: string): Promise<void> {
    setAsking(undefined);
    await cache.invalidateQueries({ queryKey: ['clients', clientId] });
    announce(words);
  }
  const all = data?.items ?? [];
  const shown = all.filter(({ state }) => showsAll || state === 'OPEN');
  const hidden = data?.hidden?.[0];
  return (
    <section aria-labelledby="actions-title">
      <Title order={2} mb="sm" id="actions-title">
        {text('actions.heading')}
      </Title>
      {change.error !== null && <ProblemSummary error={change.error} />}
      {data !== undefined && shown.length === 0 && (
        <EmptyState title={text('actions.empty.title')} hint={text('actions.empty.hint')} />
      )}
      <ul className={entries['list']}>
        {shown.map((action) => (
          <ActionItem
            key={action.id}
            action={action}
            line={actionLine(action, today, nameOf)}
            onChange={(body, words) => change.mutate({ action, body, words })}
            onAsk={(act) => setAsking({ action, act })}
          />
        ))}
      </ul>
      {all.some(({ state }) => state !== 'OPEN') && (
        <Checkbox
          mt="sm"
          label={text('actions.showDone')}
          checked={showsAll}
          onChange={({ currentTarget }) => setShowsAll(currentTarget.checked)}
        />
      )}
      {hidden !== undefined && <HiddenNote code={hidden.code} what={text('actions.hidden')} />}
      {asking !== undefined && (
        <MoveDialog
          {...asking}
          today={today}
          onDone={(words) => void done(words)}
          onClose={() => setAsking(undefined)}
        />
      )}
    </section>
  );
}

type ItemProps = {
  action: Action;
  line: string;
  onChange: (body: ActionChange, words: string) => void;
  onAsk: (act: Asking['act']) => void;
};

function ActionItem({ action, line, onChange, onAsk }: ItemProps) {
  const { state, doneOn, reason, mayMove } = action;
  const button = (words: string, run: () => void) => (
    <Button size="compact-sm" variant="default" aria-label={`${words}: ${action.text}`} onClick={run}>
      {words}
    </Button>
  );
  return (
    <li className={entries['item']}>
      <p className={entries['head']}>{action.text}</p>
      <p className={entries['quiet']}>{line}</p>
      {doneOn !== null && <p>{text('actions.doneOn', { day: formatDutchDay(doneOn) })}</p>}
      {state === 'CANCELLED' && <p>{text('actions.cancelled', { reason: reason ?? '' })}</p>}
      {mayMove && (
        <div className={entries['acts']}>
          {state === 'OPEN' && (
            <>
              {button(text('actions.done'), () => onChange({ state: 'DONE' }, text('actions.ticked')))}
              {button(text('actions.postpone'), () => onAsk('POSTPONE'))}
              {button(text('actions.cancel'), () => onAsk('CANCEL'))}
            </>
          )}
          {state !== 'OPEN' &&
            button(text('actions.reopen'), () => onChange({ state: 'OPEN' }, text('actions.isOpen')))}
        </div>
      )}
    </li>
  );
}

type MoveProps = Asking & { today: string; onDone: (words: string) => void; onClose: () => void };

function MoveDialog({ action, act, today, onDone, onClose }: MoveProps) {
  if (act === 'CANCEL')
    return (
      <WordsDialog
        title={text('actions.cancelTitle')}
        consequence={text('actions.cancelConsequence')}
        fields={[
          {
            id: 'reason',
            kind: 'WORDS',
            label: text('contacts.reason'),
            required: text('contacts.reasonRequired'),
            max: ACTION_LIMITS.reason,
          },
        ]}
        action={text('actions.cancelDo')}
        send={({ reason = '' }) => updateAction(action, { state: 'CANCELLED', reason })}
        onDone={() => onDone(text('actions.isCancelled'))}
        onClose={onClose}
      />
    );
  const from = action.dueOn > today ? action.dueOn : today;
  return (
    <WordsDialog
      title={text('actions.postponeTitle')}
      consequence={text('actions.postponeConsequence')}
      fields={[
        {
          id: 'dueOn',
          kind: 'DAY',
          label: text('actions.newDay'),
          required: text('actions.form.dueOnRequired'),
          initial: addDays(from, POSTPONED_DAYS),
        },
      ]}
      action={text('actions.postponeDo')}
      send={({ dueOn = '' }) => updateAction(action, { dueOn })}
      onDone={() => onDone(text('actions.isPostponed'))}
      onClose={onClose}
    />
  );
}
