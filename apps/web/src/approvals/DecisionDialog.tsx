import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { APPROVAL_TEXT_LIMITS } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useStepUp } from '../platform/session/use-step-up.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import { type Approval, decideApproval, type Verdict } from './approval-queries.ts';
import { approvalName, kindWords } from './approval-words.ts';

type Props = { approval: Approval; verdict: Verdict; onDone: (words: string) => void; onClose: () => void };

/** The verdict of the second person: what will happen, and room for a note. */
export function DecisionDialog({ approval, verdict, onDone, onClose }: Props) {
  const cache = useQueryClient();
  const { guard, dialog } = useStepUp();
  const [note, setNote] = useState('');
  const what = approvalName(approval);
  const isApproval = verdict === 'APPROVE';
  const decide = useMutation({
    mutationFn: () => guard(() => decideApproval(approval.id, verdict, note.trim())),
    onSuccess: async () => {
      await cache.invalidateQueries();
      onDone(text(isApproval ? 'approvals.approved' : 'approvals.refused', { what }));
    },
  });
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (!decide.isPending) decide.mutate();
  }
  return (
    <>
      <Dialog
        title={text(isApproval ? 'approvals.approveOf' : 'approvals.refuseOf', {
          what: kindWords(approval.kind).title,
        })}
        onClose={onClose}
      >
        <form noValidate onSubmit={submit}>
          <Stack gap="md">
            {decide.error !== null && <ProblemSummary error={decide.error} />}
            {isApproval && <Text>{kindWords(approval.kind).hint}</Text>}
            <Textarea
              id="note"
              data-autofocus
              label={text(isApproval ? 'approvals.dialog.note' : 'approvals.dialog.refuseNote')}
              autosize
              minRows={2}
              maxLength={APPROVAL_TEXT_LIMITS.max}
              value={note}
              onChange={({ currentTarget }) => setNote(currentTarget.value)}
            />
            <Group justify="flex-end">
              <Button variant="default" onClick={onClose}>
                {text('common.cancel')}
              </Button>
              <Button type="submit" disabled={decide.isPending}>
                {text(
                  decide.isPending ? 'approvals.dialog.saving' : isApproval ? 'approvals.approve' : 'approvals.refuse',
                )}
              </Button>
            </Group>
          </Stack>
        </form>
      </Dialog>
      {dialog}
    </>
  );
}
