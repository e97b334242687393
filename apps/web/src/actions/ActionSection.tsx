import { Button, Checkbox, Title } from '@mantine/core';
import { ACTION_LIMITS, addDays, formatDutchDay } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useEntryActs } from '../platform/use-entry-acts.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { HiddenNote } from '../ui/HiddenNote.tsx';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import { WordsDialog } from '../ui/WordsDialog.tsx';
import { type Action, type ActionChange, actionsOfClientQuery, updateAction } from './action-queries.ts';
import { actionLine } from './action-words.ts';
import entries from '../ui/Entries.module.css';

const POSTPONED_DAYS = 7;

type Props = { clientId: string; today: string; nameOf: (userId: string | null) => string };
type Move = 'POSTPONE' | 'CANCEL';

/** Who does what about this client; what is done or cancelled stays one click away, and opens again. */
export function ActionSection({ clientId, today, nameOf }: Props) {
  const query = actionsOfClientQuery(clientId);
  const { data } = useQuery(query);
  const acts = useEntryActs<Action, ActionChange, Move>({ clientId, listKey: query.queryKey, update: updateAction });
  const [showsAll, setShowsAll] = useState(false);
  const all = data?.items ?? [];
  const shown = all.filter(({ state }) => showsAll || state === 'OPEN');
  const hidden = data?.hidden?.[0];
  return (
    <section aria-labelledby="actions-title">
      <Title order={2} mb="sm" id="actions-title">
        {text('actions.heading')}
      </Title>
      {acts.error !== null && <ProblemSummary error={acts.error} />}
      {data !== undefined && shown.length === 0 && (
        <EmptyState title={text('actions.empty.title')} hint={text('actions.empty.hint')} />
      )}
      <ul className={entries['list']}>
        {shown.map((action) => (
          <ActionItem
            key={action.id}
            action={action}
            line={actionLine(action, today, nameOf)}
            onChange={(body, words) => acts.run(action, body, words)}
            onAsk={(act) => acts.ask(action, act)}
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
      {acts.asking !== undefined && (
        <MoveDialog
          action={acts.asking.entry}
          act={acts.asking.act}
          today={today}
          onDone={(words) => void acts.done(words)}
          onClose={acts.close}
        />
      )}
    </section>
  );
}

type ItemProps = {
  action: Action;
  line: string;
  onChange: (body: ActionChange, words: string) => void;
  onAsk: (act: Move) => void;
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

type MoveProps = {
  action: Action;
  act: Move;
  today: string;
  onDone: (words: string) => void;
  onClose: () => void;
};

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
