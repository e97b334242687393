import { Button, Group, Stack, Textarea } from '@mantine/core';
import { type ClientAgreement, MEETING_LIMITS } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { announce } from '../platform/announcer.tsx';
import { createIdempotencyKey } from '../platform/api.ts';
import { useHotkeys } from '../platform/hotkeys.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Keys } from '../ui/Keys.tsx';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import { submitOnEnter } from '../ui/submit-on-enter.ts';
import { AgreementChoice } from './AgreementChoice.tsx';
import { bringIn, meetingsQuery } from './meeting-queries.ts';

/** Puts a client on the next agenda from her own record, with one question. */
export function BringIn({ clientId }: { clientId: string }) {
  const [isOpen, setOpen] = useState(false);
  useHotkeys([{ keys: 'o', description: text('teamMeetings.bring.act'), run: () => setOpen(true) }]);
  return (
    <>
      <Button variant="subtle" size="compact-md" onClick={() => setOpen(true)}>
        {text('teamMeetings.bring.act')}&ensp;
        <Keys keys="O" />
      </Button>
      {isOpen && <BringInDialog clientId={clientId} onClose={() => setOpen(false)} />}
    </>
  );
}

function BringInDialog({ clientId, onClose }: { clientId: string; onClose: () => void }) {
  const cache = useQueryClient();
  const [question, setQuestion] = useState('');
  const [said, setSaid] = useState<ClientAgreement>('NOT_ASKED');
  const [hasTried, setTried] = useState(false);
  const [key] = useState(createIdempotencyKey);
  const words = question.trim();
  const save = useMutation({
    mutationFn: () => bringIn(clientId, { question: words, clientAgreement: said }, key),
    onSuccess: async () => {
      onClose();
      await cache.invalidateQueries({ queryKey: meetingsQuery.queryKey });
      announce(text('teamMeetings.bring.saved'));
    },
  });
  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    if (words === '') document.getElementById('question')?.focus();
    else if (!save.isPending) save.mutate();
  }
  return (
    <Dialog title={text('teamMeetings.bring.title')} onClose={onClose}>
      <form noValidate onSubmit={submit}>
        <Stack gap="md">
          {save.error !== null && <ProblemSummary error={save.error} />}
          <Textarea
            id="question"
            data-autofocus
            label={text('teamMeetings.question.label')}
            description={text('teamMeetings.question.hint', { max: MEETING_LIMITS.question })}
            aria-required
            maxLength={MEETING_LIMITS.question}
            autosize
            minRows={2}
            value={question}
            error={hasTried && words === '' ? text('teamMeetings.question.required') : undefined}
            onKeyDown={submitOnEnter}
            onChange={({ currentTarget }) => setQuestion(currentTarget.value)}
          />
          <AgreementChoice value={said} onChange={setSaid} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {text('common.cancel')}
            </Button>
            <Button type="submit" disabled={save.isPending}>
              {text('teamMeetings.bring.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
