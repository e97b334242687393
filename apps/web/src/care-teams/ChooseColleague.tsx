import { Button, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { text } from '@samenoud/texts';
import { type FormEvent, type ReactNode, useState } from 'react';
import { isProblem } from '../platform/problem.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';

export type Choice = { userId: string; displayName: string; role: string };
export type ChoiceGroup = { label: string; choices: readonly Choice[] };

type Props = {
  title: string;
  hint: string;
  groups: readonly ChoiceGroup[];
  error: unknown;
  isBusy: boolean;
  /** What comes first where the client has to agree before: the step that asks, and then goes on. */
  renderConsent: (choice: Choice, goOn: () => void, cancel: () => void) => ReactNode;
  onChoose: (choice: Choice) => void;
  onClose: () => void;
};

/** One colleague out of those who may be chosen, best first. */
export function ChooseColleague({ title, hint, groups, error, isBusy, renderConsent, onChoose, onClose }: Props) {
  const [userId, setUserId] = useState('');
  const [hasTried, setTried] = useState(false);
  const chosen = groups.flatMap(({ choices }) => choices).find((choice) => choice.userId === userId);
  const data = groups.map(({ label, choices }) => ({
    group: label,
    items: choices.map((choice) => ({ value: choice.userId, label: choice.displayName })),
  }));

  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    if (chosen === undefined) document.getElementById('colleague')?.focus();
    else if (!isBusy) onChoose(chosen);
  }
  if (isProblem(error, 'CONSENT_REQUIRED') && chosen !== undefined) {
    return (
      <Dialog key="consent" title={title} onClose={onClose}>
        {renderConsent(chosen, () => onChoose(chosen), onClose)}
      </Dialog>
    );
  }
  return (
    <Dialog key="choice" title={title} onClose={onClose}>
      <form noValidate onSubmit={submit}>
        <Stack gap="md">
          {error !== null && error !== undefined && <ProblemSummary error={error} />}
          <Text>{hint}</Text>
          <NativeSelect
            id="colleague"
            data-autofocus
            size="md"
            label={text('careTeams.who')}
            aria-required
            data={[{ value: '', label: text('careTeams.choose') }, ...data]}
            value={userId}
            error={hasTried && chosen === undefined ? text('careTeams.chooseRequired') : undefined}
            onChange={({ currentTarget }) => setUserId(currentTarget.value)}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {text('common.cancel')}
            </Button>
            <Button type="submit" disabled={isBusy}>
              {text(isBusy ? 'careTeams.saving' : 'careTeams.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
