import { Button, Group, Radio, Stack, Text, Textarea } from '@mantine/core';
import { WISH_GIVEN_BY } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { createIdempotencyKey } from '../platform/api.ts';
import { DateField } from '../ui/DateField.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';

export interface Wish {
  readonly words: string;
  readonly by: (typeof WISH_GIVEN_BY)[number];
  readonly on: string;
}

type Props = {
  kind: 'statement' | 'restriction';
  maximum: number;
  today: string;
  send: (wish: Wish, key: string) => Promise<unknown>;
  onDone: () => void;
  onClose: () => void;
};

/** What the client wants to be written down: her words, who said them, and on which day. */
export function WishDialog({ kind, maximum, today, send, onDone, onClose }: Props) {
  const [words, setWords] = useState('');
  const [by, setBy] = useState<Wish['by']>('CLIENT');
  const [on, setOn] = useState<string | undefined>(today);
  const [hasTried, setTried] = useState(false);
  const [key] = useState(createIdempotencyKey);
  const save = useMutation({ mutationFn: (wish: Wish) => send(wish, key), onSuccess: onDone });
  const isEmpty = words.trim() === '';
  const isWrongDay = on === undefined || on > today;

  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    if (isEmpty) document.getElementById('wish-words')?.focus();
    else if (isWrongDay) document.getElementById('wish-day')?.focus();
    else if (!save.isPending) save.mutate({ words: words.trim(), by, on });
  }
  return (
    <Dialog title={text(`clientRights.${kind}.title`)} onClose={onClose}>
      <form noValidate onSubmit={submit}>
        <Stack gap="md">
          {save.error !== null && <ProblemSummary error={save.error} />}
          <Text>{text(`clientRights.${kind}.consequence`)}</Text>
          <Textarea
            id="wish-words"
            data-autofocus
            size="md"
            label={text(`clientRights.${kind}.words`)}
            description={text('clientRights.length', { max: maximum })}
            aria-required
            autosize
            minRows={3}
            maxLength={maximum}
            value={words}
            error={hasTried && isEmpty ? text('clientRights.wordsRequired') : undefined}
            onChange={({ currentTarget }) => setWords(currentTarget.value)}
          />
          <Radio.Group label={text('clientRights.by')} value={by} onChange={(value) => setBy(value)}>
            <Stack gap="xs" mt="xs">
              {WISH_GIVEN_BY.map((one) => (
                <Radio key={one} size="md" value={one} label={text(`clientRights.givenBy.${one}`)} />
              ))}
            </Stack>
          </Radio.Group>
          <DateField
            id="wish-day"
            label={text('clientRights.on')}
            aria-required
            value={on}
            onChange={setOn}
            {...(hasTried && isWrongDay && { error: text('clientRights.onRequired') })}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {text('common.cancel')}
            </Button>
            <Button type="submit" disabled={save.isPending}>
              {text(save.isPending ? 'clientRights.saving' : `clientRights.${kind}.save`)}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
