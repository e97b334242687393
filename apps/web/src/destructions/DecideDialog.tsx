import { Button, Group, Radio, Stack, Text, Textarea } from '@mantine/core';
import { DESTRUCTION_REFUSALS, DESTRUCTION_TEXT_LIMITS } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useStepUp } from '../platform/session/use-step-up.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import { decideDestruction, type DestructionDecision, type DestructionRequest } from './destruction-queries.ts';

type Props = { request: DestructionRequest; name: string; onDone: (words: string) => void; onClose: () => void };
type Refusal = (typeof DESTRUCTION_REFUSALS)[number];

/** The GP's decision: for good, with what it does, or not, with the reason. */
export function DecideDialog({ request, name, onDone, onClose }: Props) {
  const cache = useQueryClient();
  const { guard, dialog } = useStepUp();
  const [verdict, setVerdict] = useState<DestructionDecision['verdict']>('DESTROY');
  const [reasonCode, setReasonCode] = useState<Refusal>('OTHERS_INTEREST');
  const [note, setNote] = useState('');
  const [hasTried, setTried] = useState(false);
  const isRefusal = verdict === 'REFUSE';
  const lacksNote = isRefusal && note.trim() === '';
  const decide = useMutation({
    mutationFn: () =>
      guard(() => decideDestruction(request.id, isRefusal ? { verdict, reasonCode, note: note.trim() } : { verdict })),
    onSuccess: async () => {
      await cache.invalidateQueries();
      onDone(text(isRefusal ? 'destructions.dialog.refused' : 'destructions.dialog.destroyed'));
    },
  });
  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    if (lacksNote) document.getElementById('note')?.focus();
    else if (!decide.isPending) decide.mutate();
  }
  return (
    <>
      <Dialog title={text('destructions.decideOf', { name })} onClose={onClose}>
        <form noValidate onSubmit={submit}>
          <Stack gap="md">
            {decide.error !== null && <ProblemSummary error={decide.error} />}
            <Radio.Group
              label={text('destructions.dialog.verdict')}
              value={verdict}
              onChange={(value) => setVerdict(value === 'REFUSE' ? 'REFUSE' : 'DESTROY')}
            >
              <Radio value="DESTROY" label={text('destructions.dialog.DESTROY')} mt="xs" />
              <Radio value="REFUSE" label={text('destructions.dialog.REFUSE')} mt="xs" />
            </Radio.Group>
            {!isRefusal && <Text>{text('destructions.dialog.warning')}</Text>}
            {!isRefusal && <Text c="dimmed">{text('destructions.dialog.documents')}</Text>}
            {isRefusal && (
              <>
                <Radio.Group
                  label={text('destructions.dialog.why')}
                  value={reasonCode}
                  onChange={(value) => setReasonCode(value === 'LAW_KEEPS' ? 'LAW_KEEPS' : 'OTHERS_INTEREST')}
                >
                  {DESTRUCTION_REFUSALS.map((code) => (
                    <Radio key={code} value={code} label={text(`destructions.reason.${code}`)} mt="xs" />
                  ))}
                </Radio.Group>
                <Textarea
                  id="note"
                  label={text('destructions.dialog.note')}
                  aria-required
                  autosize
                  minRows={2}
                  maxLength={DESTRUCTION_TEXT_LIMITS.max}
                  value={note}
                  error={hasTried && lacksNote ? text('destructions.dialog.noteRequired') : undefined}
                  onChange={({ currentTarget }) => setNote(currentTarget.value)}
                />
              </>
            )}
            <Group justify="flex-end">
              <Button variant="default" onClick={onClose}>
                {text('common.cancel')}
              </Button>
              <Button type="submit" disabled={decide.isPending}>
                {text(
                  decide.isPending
                    ? 'destructions.dialog.saving'
                    : isRefusal
                      ? 'destructions.dialog.refuse'
                      : 'destructions.dialog.confirm',
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
