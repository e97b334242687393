import { Button, Group } from '@mantine/core';
import { formatDutchDay } from '@samenoud/domain';
import { plural, text } from '@samenoud/texts';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { HiddenNote } from '../ui/HiddenNote.tsx';
import { Loading } from '../ui/Loading.tsx';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import { markWords } from './invitation-words.ts';
import { closeAsking, openFormsQuery, ROUNDS_KEY } from './round-queries.ts';
import type { OpenForm, Round } from './round-types.ts';
import classes from './screening-rounds.module.css';

/** Number on the form and wording of a question. */
export type QuestionOf = (itemId: string) => { number: number; words: string } | undefined;

const SHOWN_AT_ONCE = 5;

function OpenQuestions({ form, questionOf }: { form: OpenForm; questionOf: QuestionOf }) {
  const lines = form.deciding.flatMap((id) => {
    const question = questionOf(id);
    return question === undefined ? [] : [{ id, ...question }];
  });
  const list = (
    <ol className={classes['questions']}>
      {lines.map(({ id, number, words }) => (
        <li key={id}>{text('screeningRounds.questions.question', { number, words })}</li>
      ))}
    </ol>
  );
  if (lines.length <= SHOWN_AT_ONCE) return list;
  return (
    <details>
      <summary>{plural('screeningRounds.questions.all', lines.length)}</summary>
      {list}
    </details>
  );
}

type CardProps = { form: OpenForm; questionOf: QuestionOf; mayAct: boolean; onGiveUp: () => void };

function Card({ form, questionOf, mayAct, onGiveUp }: CardProps) {
  const { client, deciding, emptyForm, phonedOn, hidden = [] } = form;
  const marks = markWords(client);
  const [first] = hidden;
  return (
    <li className={classes['card']}>
      <div className={classes['cardHead']}>
        <h2>{client.name}</h2>
        <span>{formatDutchDay(client.birthDate)}</span>
        {client.phone === null ? (
          <span>{text('screeningRounds.people.phoneNone')}</span>
        ) : (
          <a
            className={classes['phone']}
            href={`tel:${client.phone.replace(/[^\d+]/g, '')}`}
            aria-label={text('screeningRounds.people.call', { who: client.name, phone: client.phone })}
          >
            {client.phone}
          </a>
        )}
        {marks.length > 0 && <strong>{marks.join(' · ')}</strong>}
      </div>
      {phonedOn !== null && (
        <p className={classes['quiet']}>
          {text('screeningRounds.people.fact.phoned', { day: formatDutchDay(phonedOn) })}
        </p>
      )}
      {first !== undefined && <HiddenNote code={first.code} what={text('common.hidden.something')} />}
      {emptyForm && <p>{text('screeningRounds.questions.emptyForm')}</p>}
      {deciding.length > 0 && (
        <>
          <p>
            <strong>{plural('screeningRounds.questions.count', deciding.length)}</strong>
          </p>
          <OpenQuestions form={form} questionOf={questionOf} />
        </>
      )}
      {mayAct && (
        <Group>
          <Button
            component={Link}
            variant="default"
            to={`/clients/${client.id}/responses/${form.responseId}/amend`}
            aria-label={text('screeningRounds.questions.fillOf', { name: client.name })}
          >
            {text('screeningRounds.questions.fill')}
          </Button>
          <Button
            variant="subtle"
            aria-label={text('screeningRounds.questions.closeOf', { name: client.name })}
            onClick={onGiveUp}
          >
            {text('screeningRounds.questions.close')}
          </Button>
        </Group>
      )}
    </li>
  );
}

type Props = { round: Round; questionOf: QuestionOf; mayAct: boolean };

/** Whom to phone about what is still open: exactly the questions that decide, the most deciding first. */
export function Questions({ round, questionOf, mayAct }: Props) {
  const cache = useQueryClient();
  const { data, error, isPending, hasNextPage, isFetching, fetchNextPage } = useInfiniteQuery(openFormsQuery(round.id));
  const [givingUp, setGivingUp] = useState<OpenForm>();
  const close = useMutation({
    mutationFn: (form: OpenForm) => closeAsking(form.id),
    onSuccess: () => cache.invalidateQueries({ queryKey: ROUNDS_KEY }),
    onSettled: () => setGivingUp(undefined),
  });
  const forms = data?.pages.flatMap(({ items }) => items) ?? [];
  if (isPending) return <Loading />;
  return (
    <div className={classes['list']}>
      {error !== null && <ProblemSummary error={error} />}
      {close.error !== null && <ProblemSummary error={close.error} />}
      <span role="status">
        {close.data !== undefined && text('screeningRounds.questions.closed', { name: close.data.client.name })}
      </span>
      {data !== undefined && forms.length === 0 && (
        <EmptyState
          title={text('screeningRounds.questions.empty.title')}
          hint={text('screeningRounds.questions.empty.hint')}
        />
      )}
      {forms.length > 0 && (
        <>
          <p className={classes['opening']}>
            <span className={classes['quiet']}>{text('screeningRounds.questions.introLabel')}</span>{' '}
            {text('screeningRounds.questions.intro')}
          </p>
          <p className={classes['quiet']}>{text('screeningRounds.questions.order')}</p>
          <ul className={classes['cards']} aria-label={text('screeningRounds.questions.list')}>
            {forms.map((form) => (
              <Card
                key={form.id}
                form={form}
                questionOf={questionOf}
                mayAct={mayAct}
                onGiveUp={() => setGivingUp(form)}
              />
            ))}
          </ul>
        </>
      )}
      {hasNextPage && (
        <Button variant="default" loading={isFetching} onClick={() => void fetchNextPage()}>
          {text('screeningRounds.questions.more')}
        </Button>
      )}
      {givingUp !== undefined && (
        <ConfirmDialog
          title={text('screeningRounds.questions.closeConfirm.title')}
          consequence={text('screeningRounds.questions.closeConfirm.consequence', { name: givingUp.client.name })}
          confirmLabel={text('screeningRounds.questions.closeConfirm.confirm')}
          isBusy={close.isPending}
          onConfirm={() => close.mutate(givingUp)}
          onCancel={() => setGivingUp(undefined)}
        />
      )}
    </div>
  );
}
