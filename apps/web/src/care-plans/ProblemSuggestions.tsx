import { Button, Group, Title } from '@mantine/core';
import { type Day, formatDutchDay } from '@samenoud/domain';
import { plural, text } from '@samenoud/texts';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { HiddenNote } from '../ui/HiddenNote.tsx';
import { type Problem, suggestionsQuery } from './care-plan-queries.ts';
import classes from './care-plans.module.css';
import { NewProblem } from './NewProblem.tsx';

type Props = { clientId: string; planId: string; problems: readonly Problem[]; today: Day; onAdded: () => void };

/** What the answers give cause to ask about, without what is in the plan; a person takes it up, nothing does so by itself. */
export function ProblemSuggestions({ clientId, planId, problems, today, onAdded }: Props) {
  const { data } = useQuery(suggestionsQuery(clientId));
  const [open, setOpen] = useState<string | null>();
  const list = useRef<HTMLElement>(null);
  const count = problems.length;
  const isUsed = useRef(false);
  // After one was taken up the next is under the fingers; who opens the plan begins at its top.
  useEffect(() => {
    if (open !== undefined) isUsed.current = true;
    else if (isUsed.current && count > 0) list.current?.querySelector('button')?.focus();
  }, [open, count]);
  const left = data?.items.filter(({ area }) => problems.every((problem) => problem.area !== area)) ?? [];
  const close = (): void => setOpen(undefined);
  return (
    <section ref={list} className={classes['suggestions']} aria-labelledby="suggestions">
      <Title order={3} id="suggestions">
        {text('carePlans.suggestions.title')}
      </Title>
      <p className={classes['quiet']}>
        {data?.completedOn
          ? text('carePlans.suggestions.hint', { day: formatDutchDay(data.completedOn) })
          : text('carePlans.suggestions.noForm')}
      </p>
      {data?.completedOn && data.items.length === 0 && <p>{text('carePlans.suggestions.none')}</p>}
      {data?.hidden && <HiddenNote code={data.hidden[0]?.code ?? 'ROLE'} />}
      <Group gap="xs">
        {left.map(({ area, label, causes }) => (
          <Button
            key={area}
            variant="default"
            size="sm"
            aria-label={text('carePlans.suggestions.choose', { area: label })}
            title={plural('carePlans.suggestions.causes', causes.length)}
            onClick={() => setOpen(area)}
          >
            {label}
          </Button>
        ))}
        <Button variant="subtle" size="sm" onClick={() => setOpen(null)}>
          {text('carePlans.problem.addOther')}
        </Button>
      </Group>
      {open !== undefined && (
        <NewProblem
          key={open}
          planId={planId}
          area={open}
          today={today}
          onClose={close}
          onDone={() => {
            onAdded();
            close();
          }}
        />
      )}
    </section>
  );
}
