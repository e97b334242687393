import { Alert, Button, Group, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { text } from '@samenoud/texts';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { isProblem } from '../platform/problem.ts';
import { ClockField } from '../ui/ClockField.tsx';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import { setRemark } from './profile-queries.ts';
import type { NameOf, Response } from './profile-types.ts';
import classes from './profiles.module.css';
import { remarkTime } from './remark-time.ts';
import { RemarkRead } from './RemarkRead.tsx';
import { useRefreshRecord } from './use-refresh-record.ts';

const REMARK_LIMIT = 1000;

/** "Gebeld met dokter Smit op 2 okt 2026, 14:12" */
function calledWords({
  urgentCallTo,
  urgentCallAt,
}: Pick<Response, 'urgentCallTo' | 'urgentCallAt'>): string | undefined {
  if (!urgentCallTo) return undefined;
  if (!urgentCallAt) return text('profiles.remark.calledNoTime', { name: urgentCallTo });
  return text('profiles.remark.called', { name: urgentCallTo, at: remarkTime(urgentCallAt) });
}

type FormProps = { response: Response; onClose: () => void };

function RemarkForm({ response, onClose }: FormProps) {
  const [version, setVersion] = useState(response.version);
  const [remark, setWords] = useState(response.remark ?? '');
  const [calledTo, setCalledTo] = useState(response.urgentCallTo ?? '');
  const [calledAt, setCalledAt] = useState(() => response.urgentCallAt ?? new Date().toISOString());
  const [theirs, setTheirs] = useState<string>();
  const refresh = useRefreshRecord();
  const save = useMutation({
    mutationFn: () => {
      const name = calledTo.trim();
      const urgentCallAt = name === '' ? null : calledAt;
      return setRemark(response.id, version, { remark: remark.trim(), urgentCallTo: name || null, urgentCallAt });
    },
    onSuccess: async () => {
      await refresh();
      onClose();
    },
    onError: (error) => {
      if (!isProblem(error, 'STALE')) return;
      const current = error.current as Response;
      setVersion(current.version);
      setTheirs(current.remark ?? '');
    },
  });

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (!save.isPending) save.mutate();
  }

  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        {save.error !== null && <ProblemSummary error={save.error} />}
        {theirs !== undefined && <blockquote className={classes['remark']}>{theirs}</blockquote>}
        <Alert variant="outline" color="gray">
          {text('profiles.remark.warning')}
        </Alert>
        <Textarea
          size="md"
          label={text('profiles.remark.label')}
          description={text('profiles.remark.hint')}
          autosize
          minRows={3}
          maxLength={REMARK_LIMIT}
          autoFocus
          value={remark}
          onChange={({ currentTarget }) => setWords(currentTarget.value)}
        />
        <Group align="flex-start">
          <TextInput
            label={text('profiles.remark.calledTo')}
            maxLength={200}
            value={calledTo}
            onChange={({ currentTarget }) => setCalledTo(currentTarget.value)}
          />
          {calledTo.trim() !== '' && (
            <ClockField label={text('profiles.remark.calledAt')} at={calledAt} onChange={setCalledAt} />
          )}
        </Group>
        <Group>
          <Button type="submit" disabled={save.isPending}>
            {text('profiles.remark.save')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {text('common.cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

type Props = { response: Response; mayEdit: boolean; nameOf: NameOf };

/** A remark that was read stays named for who may not read it any more. */
const isShown = ({ remark, remarkRead }: Response, mayEdit: boolean): boolean =>
  Boolean(remark) || remarkRead !== undefined || (remark !== undefined && mayEdit);

/** What the client wrote in the margin, above what the program made of the answers. */
export function ClientRemark({ response, mayEdit: mayWrite, nameOf }: Props) {
  const [isEditing, setEditing] = useState(false);
  const { remarkRead } = response;
  const mayEdit = mayWrite && response.remark !== undefined;
  if (!isShown(response, mayEdit)) return null;
  const called = calledWords(response);
  return (
    <section>
      {(isEditing || Boolean(response.remark) || remarkRead) && (
        <h2 className={classes['title']}>{text('profiles.remark.title')}</h2>
      )}
      {!isEditing && response.remark && <blockquote className={classes['remark']}>{response.remark}</blockquote>}
      {!isEditing && called !== undefined && <Text>{called}</Text>}
      {!isEditing && remarkRead && <RemarkRead responseId={response.id} read={remarkRead} nameOf={nameOf} />}
      {!isEditing && mayEdit && (
        <Button variant="subtle" size="sm" px={0} onClick={() => setEditing(true)}>
          {text(response.remark ? 'profiles.remark.edit' : 'profiles.remark.add')}
        </Button>
      )}
      {isEditing && <RemarkForm response={response} onClose={() => setEditing(false)} />}
    </section>
  );
}
