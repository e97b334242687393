import { Button, Checkbox, Group, Radio, Stack, Text, Textarea } from '@mantine/core';
import {
  DESTRUCTION_PARTS,
  DESTRUCTION_REFUSALS,
  DESTRUCTION_TEXT_LIMITS,
  type DestructionPart,
} from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useStepUp } from '../platform/session/use-step-up.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import { decideDestruction, type DestructionDecision, type DestructionRequest } from './destruction-queries.ts';

type Props = { request: DestructionRequest; name: string; onDone: (words: string) => void; onClose: () => void };
type Refusal = (typeof DESTRUCTION_REFUSALS)[number];
type Verdict = DestructionDecision['verdict'];

const VERDICTS = ['DESTROY', 'PARTLY', 'REFUSE'] as const;
const SAID_AFTER = { DESTROY: 'destroyed', PARTLY: 'partlyDone', REFUSE: 'refused' } as const;
const BUTTON = { DESTROY: 'confirm', PARTLY: 'confirmPart', REFUSE: 'refuse' } as const;

/** The GP's decision: for good, with what it does, for a part, or not; with the reason for what stays. */
export function DecideDialog({ request, name, onDone, onClose }: Props) {
  const cache = useQueryClient();
  const { guard, dialog } = useStepUp();
  const [verdict, setVerdict] = useState<Verdict>('DESTROY');
  const [parts, setParts] = useState<DestructionPart[]>([]);
  const [reasonCode, setReasonCode] = useState<Refusal>('OTHERS_INTEREST');
  const [note, setNote] = useState('');
  const [hasTried, setTried] = useState(false);
  const lacksParts = verdict === 'PARTLY' && parts.length === 0;
  const lacksNote = verdict !== 'DESTROY' && note.trim() === '';
  const decide = useMutation({
    mutationFn: () => guard(() => decideDestruction(request.id, bodyOf({ verdict, parts, reasonCode, note }))),
    onSuccess: async () => {
      await cache.invalidateQueries();
      onDone(text(`destructions.dialog.${SAID_AFTER[verdict]}`));
    },
  });
  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    if (lacksParts) document.getElementById('part-FORMS')?.focus();
    else if (lacksNote) document.getElementById('note')?.focus();
    else if (!decide.isPending) decide.mutate();
  }
  return (
    <>
      <Dialog title={text('destructions.decideOf', { name })} onClose={onClose}>
        <form noValidate onSubmit={submit}>
          <Stack gap="md">
            {decide.error !== null && <ProblemSummary error={decide.error} />}
            <Radio.Group
              label={text('destructions.dialog.verdict')}
              value={verdict}
              onChange={(value) => setVerdict(VERDICTS.find((one) => one === value) ?? 'DESTROY')}
            >
              {VERDICTS.map((one) => (
                <Radio key={one} value={one} label={text(`destructions.dialog.${one}`)} mt="xs" />
              ))}
            </Radio.Group>
            {verdict === 'PARTLY' && <Parts chosen={parts} isMissing={hasTried && lacksParts} onChange={setParts} />}
            {verdict !== 'REFUSE' && (
              <>
                <Text>
                  {text(verdict === 'DESTROY' ? 'destructions.dialog.warning' : 'destructions.dialog.partsWarning')}
                </Text>
                <Text c="dimmed">{text('destructions.dialog.documents')}</Text>
              </>
            )}
            {verdict !== 'DESTROY' && (
              <>
                <Radio.Group
                  label={text(verdict === 'PARTLY' ? 'destructions.dialog.whyRest' : 'destructions.dialog.why')}
                  value={reasonCode}
                  onChange={(value) => setReasonCode(value === 'LAW_KEEPS' ? 'LAW_KEEPS' : 'OTHERS_INTEREST')}
                >
                  {DESTRUCTION_REFUSALS.map((code) => (
                    <Radio key={code} value={code} label={text(`destructions.reason.${code}`)} mt="xs" />
                  ))}
                </Radio.Group>
                <Textarea
                  id="note"
                  label={text('destructions.dialog.note')}
                  aria-required
                  autosize
                  minRows={2}
                  maxLength={DESTRUCTION_TEXT_LIMITS.max}
                  value={note}
                  error={hasTried && lacksNote ? text('destructions.dialog.noteRequired') : undefined}
                  onChange={({ currentTarget }) => setNote(currentTarget.value)}
                />
              </>
            )}
            <Group justify="flex-end">
              <Button variant="default" onClick={onClose}>
                {text('common.cancel')}
              </Button>
              <Button type="submit" disabled={decide.isPending}>
                {text(`destructions.dialog.${decide.isPending ? 'saving' : BUTTON[verdict]}`)}
              </Button>
            </Group>
          </Stack>
        </form>
      </Dialog>
      {dialog}
    </>
  );
}

type PartsProps = { chosen: DestructionPart[]; isMissing: boolean; onChange: (parts: DestructionPart[]) => void };

function Parts({ chosen, isMissing, onChange }: PartsProps) {
  return (
    <Checkbox.Group
      label={text('destructions.dialog.parts')}
      value={chosen}
      error={isMissing ? text('destructions.dialog.partsRequired') : undefined}
      onChange={(values) => onChange(DESTRUCTION_PARTS.filter((part) => values.includes(part)))}
    >
      {DESTRUCTION_PARTS.map((part) => (
        <Checkbox key={part} id={`part-${part}`} value={part} label={text(`destructions.part.${part}`)} mt="xs" />
      ))}
    </Checkbox.Group>
  );
}

function bodyOf(said: {
  verdict: Verdict;
  parts: DestructionPart[];
  reasonCode: Refusal;
  note: string;
}): DestructionDecision {
  const { verdict, parts, reasonCode } = said;
  if (verdict === 'DESTROY') return { verdict };
  return { verdict, reasonCode, note: said.note.trim(), ...(verdict === 'PARTLY' && { parts }) };
}
