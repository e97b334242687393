import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useStepUp } from '../platform/session/use-step-up.tsx';
import { USERS_KEY } from './user-queries.ts';

/** A change in the list of people: with a fresh second factor, and shown everywhere afterwards. */
export function useUsersChange<Input, Answer>(change: (input: Input) => Promise<Answer>) {
  const { guard, dialog } = useStepUp();
  const cache = useQueryClient();
  const mutation = useMutation({
    mutationFn: (input: Input) => guard(() => change(input)),
    onSettled: async () => {
      await cache.invalidateQueries({ queryKey: USERS_KEY });
      await cache.invalidateQueries({ queryKey: ['organisations'] });
    },
  });
  return { ...mutation, dialog };
}
