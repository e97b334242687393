import { Button, Group, Stack, Title } from '@mantine/core';
import { type Answers, type InstrumentPacks, showFormCode } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useLayoutEffect, useRef, useState } from 'react';
import { ProblemSummary } from '../../ui/ProblemSummary.tsx';
import { type CheckParts, OpenQuestions } from './CheckPage.tsx';
import { entryItems } from './entry-item.ts';
import { EntrySheet } from './EntrySheet.tsx';
import { answersIn, type FormValues } from './form-values.ts';
import { useSheets } from './use-sheets.tsx';

type Props = {
  clientId: string;
  heading: string;
  code: string;
  sheet: number;
  packs: InstrumentPacks;
  isBusy: boolean;
  error: unknown;
  onComplete: (answers: Answers) => void;
  onStop: () => void;
};

type CheckProps = CheckParts & Pick<Props, 'isBusy' | 'error'> & { onSubmit: () => void };

function SheetCheck({ isBusy, error, onSubmit, onBack, ...parts }: CheckProps) {
  const submit = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => submit.current?.focus(), []);
  return (
    <Stack p="md" gap="lg" maw={640}>
      <Title order={2}>{text('entry.check.title')}</Title>
      {error !== null && error !== undefined && <ProblemSummary error={error} />}
      <OpenQuestions {...parts} />
      <Group>
        <Button ref={submit} disabled={isBusy} onClick={onSubmit}>
          {text(isBusy ? 'entry.check.submitting' : 'entry.check.submit')}
        </Button>
        <Button variant="default" onClick={onBack}>
          {text('entry.check.back')}
        </Button>
      </Group>
    </Stack>
  );
}

/** A sheet that turned up after the form was completed: only its questions, kept together at the end. */
export function FoundSheet(props: Props) {
  const { clientId, heading, code, sheet, packs, isBusy, error, onComplete, onStop } = props;
  const [items] = useState(() => entryItems(packs).filter((item) => item.sheet === sheet));
  const [values] = useState<FormValues>({});
  const [typed, setTyped] = useState<FormValues>({});
  const { dialog } = useSheets({ clientId, heading, code, sheet: null });
  return (
    <>
      <EntrySheet
        heading={heading}
        items={items}
        values={values}
        status={{ kind: 'IDLE' }}
        formCode={showFormCode(code)}
        hasRemark={false}
        renderCheck={(parts) => (
          <SheetCheck {...parts} isBusy={isBusy} error={error} onSubmit={() => onComplete(answersIn(typed))} />
        )}
        onChange={(changes) => setTyped((before) => ({ ...before, ...changes }))}
        onStop={onStop}
      />
      {dialog}
    </>
  );
}
