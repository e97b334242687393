import { Checkbox, Stack, Text, Title } from '@mantine/core';
import { SIGNAL_RULES, type SignalRule } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { announce } from '../platform/announcer.tsx';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import { type SignalRules, signalRulesQuery, updateSignalRules } from './signal-queries.ts';

/** Which rules of signals hold here; each is saved as it is switched. */
export function SignalRulesForm() {
  const cache = useQueryClient();
  const { data } = useQuery(signalRulesQuery);
  const save = useMutation({
    mutationFn: ({ version, off }: SignalRules) => updateSignalRules(version, off),
    onSuccess: (rules) => {
      cache.setQueryData(signalRulesQuery.queryKey, rules);
      announce(text('signals.rules.saved'));
    },
    onError: () => cache.invalidateQueries({ queryKey: signalRulesQuery.queryKey }),
  });
  if (data === undefined) return null;
  const change = (rule: SignalRule, isOn: boolean): void => {
    const off = isOn ? data.off.filter((one) => one !== rule) : [...data.off, rule];
    if (!save.isPending) save.mutate({ version: data.version, off });
  };
  return (
    <section aria-labelledby="signal-rules" style={{ marginTop: '2rem', maxWidth: '46rem' }}>
      <Title order={2} id="signal-rules" mb="sm">
        {text('signals.rules.title')}
      </Title>
      {save.error !== null && <ProblemSummary error={save.error} />}
      <Text c="dimmed" mb="sm">
        {text('signals.rules.hint')}
      </Text>
      <Stack gap="sm">
        {SIGNAL_RULES.map((rule) => (
          <Checkbox
            key={rule}
            label={text(`signals.rules.${rule}`)}
            checked={!data.off.includes(rule)}
            onChange={({ currentTarget }) => change(rule, currentTarget.checked)}
          />
        ))}
      </Stack>
    </section>
  );
}
