import { Button, Group, Stack, Text } from '@mantine/core';
import { text } from '@samenoud/texts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { announce } from '../platform/announcer.tsx';
import { createIdempotencyKey } from '../platform/api.ts';
import { isLost } from '../platform/problem.ts';
import { useProfileLabels } from '../platform/profile-labels.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import type { DecisionAct } from './decision-keys.ts';
import { type Draft, draftOf, managersFor, missingIn, readyOf } from './decision-draft.ts';
import { DecisionFields } from './DecisionFields.tsx';
import { type AgendaLine, decide, type Decide, keepDecision } from './meeting-queries.ts';
import type { Person } from './meeting-words.ts';

const TRY_AGAIN_MS = 1_500;

type Props = {
  kind: DecisionAct;
  line: AgendaLine;
  people: readonly Person[];
  today: string;
  onClose: () => void;
};

/**
 * One decision: what is usual is filled in, so that Enter is often enough. It is the change in the record itself. Without connection it
 * is sent again under the same key until it arrived, which it does once, or until the dialog is closed.
 */
export function DecisionDialog({ kind, line, people, today, onClose }: Props) {
  const cache = useQueryClient();
  const labels = useProfileLabels();
  const [draft, setDraft] = useState<Draft>(() => draftOf(kind, line, people, today));
  const [hasTried, setTried] = useState(false);
  const [key] = useState(createIdempotencyKey);
  const isOpen = useIsOpen();
  const save = useMutation({
    networkMode: 'always',
    retry: (_failures, error) => isOpen.current && isLost(error),
    retryDelay: TRY_AGAIN_MS,
    mutationFn: (body: Decide) => decide(line.id, body, key),
    onSuccess: async (taken) => {
      await keepDecision(cache, taken);
      onClose();
      announce(text('teamMeetings.run.decided', { what: text(`teamMeetings.decision.${kind}`) }));
    },
  });
  const missing = missingIn(kind, draft);

  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    const body = readyOf(kind, draft);
    if (body === undefined) document.getElementById(missing[0] ?? '')?.focus();
    else if (!save.isPending) save.mutate(body);
  }
  return (
    <Dialog title={text(`teamMeetings.decision.${kind}`)} onClose={onClose}>
      <form noValidate onSubmit={submit}>
        <Stack gap="md">
          {save.error !== null && <ProblemSummary error={save.error} />}
          {save.isPending && save.failureCount > 0 && <Text role="status">{text('teamMeetings.decide.waiting')}</Text>}
          <Text>{line.clientName}</Text>
          <DecisionFields
            kind={kind}
            draft={draft}
            people={people}
            managers={managersFor(line, people)}
            labels={labels}
            missing={hasTried ? missing : []}
            onChange={(change) => setDraft((before) => ({ ...before, ...change }))}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {text('common.cancel')}
            </Button>
            <Button type="submit" disabled={save.isPending} {...(kind === 'END_REVIEW' && { 'data-autofocus': true })}>
              {text('teamMeetings.decide.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}

/** What is sent again must stop once nobody waits for it. */
function useIsOpen(): { readonly current: boolean } {
  const isOpen = useRef(true);
  useEffect(() => {
    isOpen.current = true;
    return () => {
      isOpen.current = false;
    };
  }, []);
  return isOpen;
}
