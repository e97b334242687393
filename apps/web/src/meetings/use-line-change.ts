import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { announce } from '../platform/announcer.tsx';
import { type AgendaLine, changeLine, type LineChange, meetingQuery } from './meeting-queries.ts';

interface Wish {
  readonly meetingId: string;
  readonly line: AgendaLine;
  /** What is announced once it stands. */
  readonly said: string;
  readonly onClose: () => void;
}

/** What the form of one line needs: sends its change once, closes it, and reads the meeting again. */
export function useLineChange({ meetingId, line, said, onClose }: Wish, changed: () => LineChange) {
  const cache = useQueryClient();
  const sending = useMutation({
    mutationFn: () => changeLine(line, changed()),
    onSuccess: async () => {
      onClose();
      await cache.invalidateQueries({ queryKey: meetingQuery(meetingId).queryKey });
      announce(said);
    },
  });
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (!sending.isPending) sending.mutate();
  }
  return { sending, submit };
}
