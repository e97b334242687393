import { Title } from '@mantine/core';
import { text } from '@samenoud/texts';
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import { Rows } from '../ui/Rows.tsx';
import { type Approval, APPROVALS_KEY, approvalsQuery, type Verdict, withdrawApproval } from './approval-queries.ts';
import { approvalName } from './approval-words.ts';
import { ApprovalItem } from './ApprovalItem.tsx';
import classes from './approvals.module.css';
import { DecisionDialog } from './DecisionDialog.tsx';

/** What waits for this person, and below it what she asked or decided. */
export function ApprovalsList() {
  const cache = useQueryClient();
  const { data } = useSuspenseQuery(approvalsQuery);
  const [deciding, setDeciding] = useState<{ approval: Approval; verdict: Verdict }>();
  const [said, setSaid] = useState('');
  const withdraw = useMutation({
    mutationFn: (approval: Approval) => withdrawApproval(approval.id),
    onSuccess: async (_, approval) => {
      await cache.invalidateQueries({ queryKey: APPROVALS_KEY });
      setSaid(text('approvals.withdrawn', { what: approvalName(approval) }));
    },
  });
  const part = (title: string, items: readonly Approval[]) =>
    items.length > 0 && (
      <section>
        <Title order={2}>{title}</Title>
        <Rows className={classes['list']}>
          {items.map((approval) => (
            <ApprovalItem
              key={approval.id}
              approval={approval}
              onDecide={(one, verdict) => setDeciding({ approval: one, verdict })}
              onWithdraw={(one) => withdraw.mutate(one)}
            />
          ))}
        </Rows>
      </section>
    );
  const waiting = data.items.filter(({ mayDecide }) => mayDecide);
  return (
    <>
      <p role="status">{said}</p>
      {withdraw.error !== null && <ProblemSummary error={withdraw.error} />}
      {waiting.length === 0 && <EmptyState title={text('approvals.none')} hint={text('approvals.noneHint')} />}
      {part(text('approvals.toDecide'), waiting)}
      {part(
        text('approvals.others'),
        data.items.filter(({ mayDecide }) => !mayDecide),
      )}
      {deciding !== undefined && (
        <DecisionDialog
          {...deciding}
          onClose={() => setDeciding(undefined)}
          onDone={(words) => {
            setSaid(words);
            setDeciding(undefined);
          }}
        />
      )}
    </>
  );
}
