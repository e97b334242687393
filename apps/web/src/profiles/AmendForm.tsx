import { Button, Group, NativeSelect, Stack, Text, Textarea, Title } from '@mantine/core';
import {
  type Answers,
  answerTo,
  formatDutchDay,
  type InstrumentPacks,
  type Question,
  questionsOf,
} from '@samenoud/domain';
import { plural, text } from '@samenoud/texts';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { createIdempotencyKey } from '../platform/api.ts';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import { RadioQuestion } from '../ui/RadioQuestion.tsx';
import { changedOnly, choicesOf, toAnswer, toValue } from './amendment.ts';
import { amendResponse } from './profile-queries.ts';
import type { AmendmentCode, Completed } from './profile-types.ts';
import classes from './profiles.module.css';
import { useRefreshRecord } from './use-refresh-record.ts';

const CODES = [
  'PHONE',
  'ENTRY_ERROR',
  'CLIENT_CORRECTION',
  'PAGE_FOUND',
  'OTHER',
] as const satisfies readonly AmendmentCode[];
const REASON_LIMIT = 300;

type Props = { response: Completed; packs: InstrumentPacks; onDone: () => void };

type QuestionListProps = {
  questions: readonly Question[];
  answers: Answers;
  deciding: readonly string[];
  onAnswer: (id: string, value: string) => void;
};

function QuestionList({ questions, answers, deciding, onAnswer }: QuestionListProps) {
  return questions.map(({ item, number }) => (
    <NativeSelect
      key={item.id}
      className={classes['question'] ?? ''}
      label={`${number}. ${item.text}`}
      {...(deciding.includes(item.id) && { description: text('profiles.amend.deciding') })}
      data={[...choicesOf(item)]}
      value={toValue(answerTo(answers, item.id))}
      onChange={({ currentTarget }) => onAnswer(item.id, currentTarget.value)}
    />
  ));
}

/**
 * Improves a completed form: the open questions first, those that decide the profile marked. Who does not read answers
 * gets the open questions only.
 */
export function AmendForm({ response, packs, onDone }: Props) {
  const { assessment, answers: before = {} } = response;
  const missing = [...assessment.instruments.gfi.missing, ...assessment.instruments.imesa.missing];
  const [chosen, setChosen] = useState<Answers>({});
  const [code, setCode] = useState<AmendmentCode | undefined>(missing.length > 0 ? 'PHONE' : undefined);
  const [reason, setReason] = useState('');
  const [hasTried, setTried] = useState(false);
  const [key] = useState(createIdempotencyKey);
  const refresh = useRefreshRecord();
  const changes = changedOnly(before, chosen);
  const count = Object.keys(changes).length;
  const questions = questionsOf(packs);
  const open = questions.filter(({ item }) => missing.includes(item.id));
  const others = questions.filter(({ item }) => !missing.includes(item.id) && Object.hasOwn(before, item.id));
  const isUnexplained = reason.trim() === '';

  const amend = useMutation({
    mutationFn: (reasonCode: AmendmentCode) =>
      amendResponse(response.id, { answers: changes, reason: reason.trim(), reasonCode }, key),
    onSuccess: async () => {
      await refresh();
      onDone();
    },
  });

  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    if (isUnexplained) document.getElementById('reason')?.focus();
    if (count > 0 && code !== undefined && !isUnexplained && !amend.isPending) amend.mutate(code);
  }

  const list = { answers: { ...before, ...chosen }, deciding: assessment.deciding };
  const answerQuestion = (id: string, value: string): void => setChosen({ ...chosen, [id]: toAnswer(value) });
  return (
    <form noValidate onSubmit={submit} className={classes['narrow']}>
      <Stack gap="md">
        <Text>{text('profiles.amend.hint', { day: formatDutchDay(response.completedOn) })}</Text>
        {amend.error !== null && <ProblemSummary error={amend.error} />}
        {open.length > 0 && (
          <>
            <Title order={2}>{text('profiles.amend.openQuestions')}</Title>
            <blockquote className={classes['remark']}>{text('profiles.amend.phone')}</blockquote>
            <QuestionList {...list} questions={open} onAnswer={answerQuestion} />
          </>
        )}
        {others.length > 0 && (
          <details className={classes['details']} open={open.length === 0}>
            <summary>{text('profiles.amend.others')}</summary>
            <Stack gap="md" mt="sm">
              <QuestionList {...list} questions={others} onAnswer={answerQuestion} />
            </Stack>
          </details>
        )}
        <RadioQuestion
          legend={text('profiles.amend.why')}
          choices={CODES.map((one) => ({ code: one, label: text(`profiles.amend.code.${one}`) }))}
          value={code}
          onChange={setCode}
          error={hasTried && code === undefined ? text('profiles.amend.codeRequired') : undefined}
        />
        <Textarea
          id="reason"
          size="md"
          label={text('profiles.amend.reason')}
          description={text('profiles.amend.reasonHint')}
          aria-required
          autosize
          minRows={2}
          maxLength={REASON_LIMIT}
          value={reason}
          error={hasTried && isUnexplained ? text('profiles.amend.reasonRequired') : undefined}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
        />
        <Group>
          <Button type="submit" disabled={amend.isPending || count === 0}>
            {text(amend.isPending ? 'profiles.amend.submitting' : 'profiles.amend.submit')}
          </Button>
          <Button variant="default" onClick={onDone}>
            {text('profiles.amend.cancel')}
          </Button>
          <span role="status">
            {count === 0 ? text('profiles.amend.noChanges') : plural('profiles.amend.changes', count)}
          </span>
        </Group>
      </Stack>
    </form>
  );
}
