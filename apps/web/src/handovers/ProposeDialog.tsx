import { Button, Group, NativeSelect, Radio, Stack, Textarea } from '@mantine/core';
import { HANDOVER_LIMITS, handoverDayProblem, mayBeCaseManager } from '@samenoud/domain';
import { plural, text } from '@samenoud/texts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { announce } from '../platform/announcer.tsx';
import { createIdempotencyKey } from '../platform/api.ts';
import { DateField } from '../ui/DateField.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import { CareSummaryFields, type ChangedSummaries } from './CareSummaryFields.tsx';
import { proposeHandovers, summaryDraftsQuery, type SummaryScope } from './handover-queries.ts';

type Colleague = { userId: string; displayName: string; role: string };

type Props = {
  today: string;
  ownId: string;
  ownRole: string;
  /** The client this is about; without one only a caseload. */
  client?: { id: string; name: string };
  colleagues: readonly Colleague[];
  onClose: () => void;
};

/** Asks a colleague to take over one client or a caseload. */
export function ProposeDialog({ today, ownId, ownRole, client, colleagues, onClose }: Props) {
  const queries = useQueryClient();
  const isManager = mayBeCaseManager(ownRole);
  const [what, setWhat] = useState<string>(client ? 'ONE' : isManager ? 'OWN' : 'WHOSE');
  const [fromUserId, setFromUserId] = useState('');
  const [toUserId, setToUserId] = useState('');
  const [fromOn, setFromOn] = useState<string | undefined>(today);
  const [untilOn, setUntilOn] = useState<string>();
  const [reason, setReason] = useState('');
  const [changed, setChanged] = useState<ChangedSummaries>({});
  const scope: SummaryScope =
    what === 'ONE' && client !== undefined ? { clientId: client.id } : what === 'WHOSE' ? { fromUserId } : {};
  const isScoped = what !== 'WHOSE' || fromUserId !== '';
  const { data: drafts = [] } = useQuery({ ...summaryDraftsQuery(scope), enabled: isScoped });
  const [hasTried, setTried] = useState(false);
  const [key] = useState(createIdempotencyKey);
  const managers = colleagues.filter(({ role }) => mayBeCaseManager(role));
  const dayProblem = fromOn === undefined ? 'fromOn' : handoverDayProblem(fromOn, untilOn ?? null, today)?.field;
  const gaps = [
    ...(what === 'WHOSE' && fromUserId === '' ? ['fromUserId'] : []),
    ...(toUserId === '' ? ['toUserId'] : []),
    ...(dayProblem === undefined ? [] : [dayProblem]),
    ...(reason.trim() === '' ? ['reason'] : []),
  ];
  const error = (field: string, words: string) => (hasTried && gaps.includes(field) ? { error: words } : {});
  const save = useMutation({
    mutationFn: () =>
      proposeHandovers(
        {
          toUserId,
          fromOn: fromOn ?? today,
          untilOn: untilOn ?? null,
          reason: reason.trim(),
          ...(what === 'ONE' && client !== undefined && { clientId: client.id }),
          ...(what === 'WHOSE' && { fromUserId }),
          careSummaries: drafts
            .map(({ clientId, text: drafted }) => ({ clientId, text: (changed[clientId] ?? drafted).trim() }))
            .filter((one) => one.text !== ''),
        },
        key,
      ),
    onSuccess: async (made) => {
      announce(plural('handovers.done.propose', made.length));
      onClose();
      await queries.invalidateQueries({ queryKey: ['handovers'] });
      await queries.invalidateQueries({ queryKey: ['clients'] });
    },
  });

  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    const [first] = gaps;
    if (first !== undefined) document.getElementById(first)?.focus();
    else if (!save.isPending) save.mutate();
  }
  const choices = (people: readonly Colleague[]) => [
    { value: '', label: text('handovers.form.choose') },
    ...people.map(({ userId, displayName }) => ({ value: userId, label: displayName })),
  ];
  return (
    <Dialog title={text('handovers.propose')} onClose={onClose}>
      <form noValidate onSubmit={submit}>
        <Stack gap="md">
          {save.error !== null && <ProblemSummary error={save.error} />}
          <Radio.Group label={text('handovers.form.what')} value={what} onChange={setWhat}>
            <Stack gap={4} mt={4}>
              {client !== undefined && <Radio value="ONE" label={text('handovers.form.one', { name: client.name })} />}
              {isManager && <Radio value="OWN" label={text('handovers.form.own')} />}
              <Radio value="WHOSE" label={text('handovers.form.whose')} />
            </Stack>
          </Radio.Group>
          {what === 'WHOSE' && (
            <NativeSelect
              id="fromUserId"
              label={text('handovers.form.whose')}
              aria-required
              data={choices(managers.filter(({ userId }) => userId !== ownId))}
              value={fromUserId}
              onChange={({ currentTarget }) => setFromUserId(currentTarget.value)}
              {...error('fromUserId', text('handovers.form.needWhose'))}
            />
          )}
          <NativeSelect
            id="toUserId"
            label={text('handovers.form.to')}
            aria-required
            data={choices(managers.filter(({ userId }) => userId !== (what === 'OWN' ? ownId : fromUserId)))}
            value={toUserId}
            onChange={({ currentTarget }) => setToUserId(currentTarget.value)}
            {...error('toUserId', text('handovers.form.needTo'))}
          />
          <DateField
            id="fromOn"
            label={text('handovers.form.from')}
            aria-required
            value={fromOn}
            onChange={setFromOn}
            {...error('fromOn', text('handovers.form.needFrom'))}
          />
          <DateField
            id="untilOn"
            label={text('handovers.form.until')}
            description={text('handovers.form.untilHint')}
            value={untilOn}
            onChange={setUntilOn}
            {...error('untilOn', text('handovers.form.needUntil'))}
          />
          <Textarea
            id="reason"
            label={text('handovers.form.reason')}
            description={text('handovers.form.reasonHint')}
            aria-required
            autosize
            maxLength={HANDOVER_LIMITS.reason}
            value={reason}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
            {...error('reason', text('handovers.form.needReason'))}
          />
          {isScoped && (
            <CareSummaryFields scope={scope} isOne={what === 'ONE'} changed={changed} onChange={setChanged} />
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {text('common.cancel')}
            </Button>
            <Button type="submit" disabled={save.isPending}>
              {text(save.isPending ? 'handovers.form.saving' : 'handovers.form.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
