import { Button } from '@mantine/core';
import { text } from '@samenoud/texts';
import { useMutation } from '@tanstack/react-query';
import { answer, api } from '../platform/api.ts';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';

/** A questionnaire without name, to have at hand for when the program is out of reach: one click and it is saved. */
export function BlankFormButton() {
  const make = useMutation({
    mutationFn: () => answer(api.POST('/api/v1/letters/blank-form', { body: {} })),
    onSuccess: ({ href }) => window.location.assign(href),
  });
  return (
    <>
      <Button variant="subtle" aria-disabled={make.isPending} onClick={() => !make.isPending && make.mutate()}>
        {text(make.isPending ? 'letters.blankForm.making' : 'letters.blankForm.print')}
      </Button>
      {make.error !== null && <ProblemSummary error={make.error} />}
    </>
  );
}
