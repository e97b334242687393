import { Anchor, Button } from '@mantine/core';
import { text } from '@samenoud/texts';
import { useMutation } from '@tanstack/react-query';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import { printDestructionLetter } from './destruction-queries.ts';

/** The letter to the client about what was decided. It is ready at once. */
export function DestructionLetter({ id, name }: { id: string; name: string }) {
  const print = useMutation({ mutationFn: () => printDestructionLetter(id) });
  if (print.data !== undefined)
    return (
      <span role="status">
        <Anchor href={print.data.href} download>
          {text('destructions.letter.fetch')}
        </Anchor>
      </span>
    );
  return (
    <div>
      {print.error !== null && <ProblemSummary error={print.error} />}
      <Button
        variant="default"
        size="sm"
        disabled={print.isPending}
        aria-label={text('destructions.letter.makeOf', { name })}
        onClick={() => print.mutate()}
      >
        {text('destructions.letter.make')}
      </Button>
    </div>
  );
}
