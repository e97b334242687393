import { Checkbox, Title } from '@mantine/core';
import { text } from '@samenoud/texts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useEntryActs } from '../platform/use-entry-acts.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { HiddenNote } from '../ui/HiddenNote.tsx';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import entries from '../ui/Entries.module.css';
import { ActionItem } from './ActionItem.tsx';
import { type Action, type ActionChange, actionsOfClientQuery, updateAction } from './action-queries.ts';
import { type Move, MoveDialog } from './MoveDialog.tsx';

type Props = { clientId: string; today: string; nameOf: (userId: string | null) => string };

/** Who does what about this client; what is done or cancelled stays one click away, and opens again. */
export function ActionSection({ clientId, today, nameOf }: Props) {
  const query = actionsOfClientQuery(clientId);
  const { data } = useQuery(query);
  const acts = useEntryActs<Action, ActionChange, Move>({ listKey: query.queryKey, update: updateAction });
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
            today={today}
            nameOf={nameOf}
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
          onDone={acts.done}
          onClose={acts.close}
        />
      )}
    </section>
  );
}
