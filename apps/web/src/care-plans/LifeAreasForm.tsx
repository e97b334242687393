import { Button, Group, NativeSelect, Stack, Text, TextInput, Title } from '@mantine/core';
import { LIFE_AREA_LIMITS, type LifeArea, PROBLEM_AREAS } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { announce } from '../platform/announcer.tsx';
import { changedAt, movedUp, without } from '../ui/list-edits.ts';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import { lifeAreasQuery, setLifeAreas } from './care-plan-queries.ts';

/** By which areas of life plans are laid out in this practice. */
export function LifeAreasForm() {
  const { data } = useQuery(lifeAreasQuery);
  if (data === undefined) return null;
  return <LifeAreas key={data.version} version={data.version} own={data.own} items={data.items} />;
}

function LifeAreas({ version, own, items }: { version: number; own: boolean; items: readonly LifeArea[] }) {
  const cache = useQueryClient();
  const [list, setList] = useState<readonly LifeArea[]>(items);
  const [hasTried, setTried] = useState(false);
  const save = useMutation({
    mutationFn: (wanted: readonly LifeArea[]) => setLifeAreas(wanted, version),
    onSuccess: (kept) => {
      cache.setQueryData(lifeAreasQuery.queryKey, kept);
      announce(text('carePlans.lifeAreas.saved'));
    },
  });
  function submit(): void {
    setTried(true);
    const empty = list.findIndex(({ label }) => label.trim() === '');
    if (empty >= 0) document.getElementById(`life-area-${empty}`)?.focus();
    else save.mutate(list);
  }
  return (
    <section aria-labelledby="life-areas" style={{ marginTop: '2rem', maxWidth: '46rem' }}>
      <Title order={2} id="life-areas" mb="sm">
        {text('carePlans.lifeAreas.title')}
      </Title>
      {save.error !== null && <ProblemSummary error={save.error} />}
      <Text c="dimmed" mb="sm">
        {text('carePlans.lifeAreas.hint')}
      </Text>
      <Stack gap="sm">
        {list.map(({ code, label }, index) => (
          <Group key={code} align="end" gap="xs">
            <TextInput
              id={`life-area-${index}`}
              label={text('carePlans.lifeAreas.label', { n: index + 1 })}
              value={label}
              w="18rem"
              maw="100%"
              maxLength={LIFE_AREA_LIMITS.label}
              error={hasTried && label.trim() === '' ? text('carePlans.lifeAreas.required') : undefined}
              onChange={({ currentTarget }) => setList(changedAt(list, index, { label: currentTarget.value }))}
            />
            {index > 0 && (
              <Button
                variant="default"
                aria-label={text('carePlans.lifeAreas.upOf', { label })}
                onClick={() => setList(movedUp(list, index))}
              >
                {text('carePlans.lifeAreas.up')}
              </Button>
            )}
            {list.length > 1 && (
              <Button
                variant="default"
                aria-label={text('carePlans.lifeAreas.removeOf', { label })}
                onClick={() => setList(without(list, index))}
              >
                {text('carePlans.lifeAreas.remove')}
              </Button>
            )}
          </Group>
        ))}
        {list.length < LIFE_AREA_LIMITS.most && (
          <Button
            variant="subtle"
            w="fit-content"
            onClick={() => setList([...list, { code: newCode(list), label: '', areas: [] }])}
          >
            {text('carePlans.lifeAreas.add')}
          </Button>
        )}
        <Places list={list} onChange={setList} />
        <Group>
          <Button disabled={save.isPending} onClick={submit}>
            {text('carePlans.lifeAreas.save')}
          </Button>
          {own && (
            <Button variant="default" disabled={save.isPending} onClick={() => save.mutate([])}>
              {text('carePlans.lifeAreas.reset')}
            </Button>
          )}
        </Group>
      </Stack>
    </section>
  );
}

/** Under which area of life each problem area of the catalogue stands. */
function Places({ list, onChange }: { list: readonly LifeArea[]; onChange: (list: LifeArea[]) => void }) {
  const choices = list.map(({ code, label }) => ({ value: code, label }));
  const place = (area: string, code: string): void =>
    onChange(
      list.map((one) => {
        const rest = one.areas.filter((other) => other !== area);
        return { ...one, areas: one.code === code ? [...rest, area] : rest };
      }),
    );
  return (
    <details>
      <summary>{text('carePlans.lifeAreas.where')}</summary>
      <Stack gap="xs" mt="sm">
        {PROBLEM_AREAS.map(({ code, label }) => (
          <NativeSelect
            key={code}
            label={label}
            data={[{ value: '', label: text('carePlans.lifeAreas.nowhere') }, ...choices]}
            value={list.find(({ areas }) => areas.includes(code))?.code ?? ''}
            onChange={({ currentTarget }) => place(code, currentTarget.value)}
          />
        ))}
      </Stack>
    </details>
  );
}

/** A code that none of the list has. */
function newCode(list: readonly LifeArea[]): string {
  for (let n = 1; ; n += 1) if (list.every(({ code }) => code !== `own-${n}`)) return `own-${n}`;
}
