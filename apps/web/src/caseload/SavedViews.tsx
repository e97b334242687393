import { Button, Group, TextInput } from '@mantine/core';
import { SAVED_VIEW_LIMITS } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Link } from 'react-router';
import { announce } from '../platform/announcer.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import { removeView, type SavedViewList, savedViewsQuery, saveView } from './caseload-queries.ts';
import classes from './caseload.module.css';

type Props = {
  /** What stands behind the question mark now; empty when nothing is filtered. */
  address: string;
};

/** One's own views by name, a click away; the one on screen can be kept. */
export function SavedViews({ address }: Props) {
  const { data } = useQuery(savedViewsQuery);
  const [isNaming, setNaming] = useState(false);
  const cache = useQueryClient();
  function put(list: SavedViewList, words: string): void {
    cache.setQueryData(savedViewsQuery.queryKey, list);
    announce(words);
  }
  const remove = useMutation({
    mutationFn: removeView,
    onSuccess: (list) => put(list, text('caseload.views.removed')),
  });
  const views = data?.items ?? [];
  const shown = views.find((view) => view.address === address);
  if (views.length === 0 && address === '') return null;
  return (
    <section aria-label={text('caseload.views.title')} className={classes['views']}>
      {remove.error !== null && <ProblemSummary error={remove.error} />}
      {views.length > 0 && <span className={classes['quiet']}>{text('caseload.views.title')}</span>}
      {views.map(({ id, name, address: search }) => (
        <Link key={id} to={{ search }} replace aria-current={search === address ? 'page' : undefined}>
          {name}
        </Link>
      ))}
      {address !== '' && shown === undefined && (
        <Button variant="subtle" size="compact-sm" onClick={() => setNaming(true)}>
          {text('caseload.views.save')}
        </Button>
      )}
      {shown !== undefined && (
        <Button
          variant="subtle"
          size="compact-sm"
          aria-label={text('caseload.views.removeOf', { name: shown.name })}
          onClick={() => remove.mutate(shown.id)}
        >
          {text('caseload.views.remove')}
        </Button>
      )}
      {isNaming && (
        <NameDialog
          address={address}
          onSaved={(list) => {
            setNaming(false);
            put(list, text('caseload.views.saved'));
          }}
          onClose={() => setNaming(false)}
        />
      )}
    </section>
  );
}

type NameProps = { address: string; onSaved: (list: SavedViewList) => void; onClose: () => void };

function NameDialog({ address, onSaved, onClose }: NameProps) {
  const [name, setName] = useState('');
  const [hasTried, setTried] = useState(false);
  const save = useMutation({ mutationFn: () => saveView({ name: name.trim(), address }), onSuccess: onSaved });
  const isEmpty = name.trim() === '';
  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    if (isEmpty) document.getElementById('name')?.focus();
    else if (!save.isPending) save.mutate();
  }
  return (
    <Dialog title={text('caseload.views.save')} onClose={onClose}>
      <form noValidate onSubmit={submit}>
        {save.error !== null && <ProblemSummary error={save.error} />}
        <TextInput
          id="name"
          data-autofocus
          label={text('caseload.views.name')}
          description={text('caseload.views.hint')}
          maxLength={SAVED_VIEW_LIMITS.name}
          value={name}
          error={hasTried && isEmpty ? text('caseload.views.nameRequired') : undefined}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
        />
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={onClose}>
            {text('common.cancel')}
          </Button>
          <Button type="submit" disabled={save.isPending}>
            {text('caseload.views.keep')}
          </Button>
        </Group>
      </form>
    </Dialog>
  );
}
