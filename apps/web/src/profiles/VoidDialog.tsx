import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { formatDutchDay } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { Dialog } from '../ui/Dialog.tsx';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import { RadioQuestion } from '../ui/RadioQuestion.tsx';
import { voidResponse } from './profile-queries.ts';
import type { Response, VoidCode } from './profile-types.ts';
import { useRefreshRecord } from './use-refresh-record.ts';

const CODES = ['WRONG_CLIENT', 'ENTERED_TWICE', 'STARTED_IN_ERROR', 'OTHER'] as const satisfies readonly VoidCode[];
const REASON_LIMIT = 300;

export type RightClient = { id: string; name: string; born: string };

type Props = {
  response: Response;
  /** Where the right client is looked for. */
  renderPicker: (onPick: (client: RightClient) => void) => ReactNode;
  onClose: () => void;
};

/** Takes a form back with a reason; one of another client moves there in the same act. */
export function VoidDialog({ response, renderPicker, onClose }: Props) {
  const [code, setCode] = useState<VoidCode>();
  const [words, setWords] = useState('');
  const [target, setTarget] = useState<RightClient>();
  const [hasTried, setTried] = useState(false);
  const refresh = useRefreshRecord();
  const needsWords = code === 'OTHER' && words.trim() === '';
  const moves = code === 'WRONG_CLIENT' && target !== undefined;
  const takeBack = useMutation({
    mutationFn: (reasonCode: VoidCode) =>
      voidResponse(response.id, {
        reason: words.trim() || reasonCode,
        reasonCode,
        ...(moves && { moveToClientId: target.id }),
      }),
    onSuccess: async () => {
      await refresh();
      onClose();
    },
  });

  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    if (code !== undefined && !needsWords && !takeBack.isPending) takeBack.mutate(code);
  }

  const title =
    response.completedOn === null
      ? text('profiles.void.titleNoDay')
      : text('profiles.void.title', { day: formatDutchDay(response.completedOn) });
  return (
    <Dialog title={title} onClose={onClose}>
      <form noValidate onSubmit={submit}>
        <Stack gap="md">
          {takeBack.error !== null && <ProblemSummary error={takeBack.error} />}
          <Text>{text('profiles.void.consequence')}</Text>
          <RadioQuestion
            legend={text('profiles.void.legend')}
            choices={CODES.map((one) => ({ code: one, label: text(`profiles.void.code.${one}`) }))}
            value={code}
            onChange={setCode}
            error={hasTried && code === undefined ? text('profiles.void.chooseFirst') : undefined}
          />
          {code === 'WRONG_CLIENT' && target === undefined && renderPicker(setTarget)}
          {moves && (
            <Group>
              <strong>{text('profiles.void.moveTo', { name: target.name, born: target.born })}</strong>
              <Button variant="subtle" size="sm" onClick={() => setTarget(undefined)}>
                {text('profiles.void.chooseOther')}
              </Button>
            </Group>
          )}
          <Textarea
            size="md"
            label={text('profiles.void.words')}
            aria-required={code === 'OTHER'}
            autosize
            minRows={2}
            maxLength={REASON_LIMIT}
            value={words}
            error={hasTried && needsWords ? text('profiles.void.wordsRequired') : undefined}
            onChange={({ currentTarget }) => setWords(currentTarget.value)}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {text('common.cancel')}
            </Button>
            <Button type="submit" disabled={takeBack.isPending}>
              {text(moves ? 'profiles.void.submitMove' : 'profiles.void.submit')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
