import { Button, NativeSelect, Stack, Text, Textarea } from '@mantine/core';
import {
  ASSIGNMENT_REASON_CODES,
  ASSIGNMENT_REASON_LIMIT,
  type AssignmentReasonCode,
  assignmentReasonRequired,
  formatDutchDay,
  type Profile,
  type ProfileLabels,
  PROFILES,
  type ProposedProfile,
} from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { createIdempotencyKey } from '../platform/api.ts';
import { profileName, profileWord, useProfileLabels } from '../platform/profile-labels.tsx';
import { fieldErrors } from '../platform/problem.ts';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import { ProfileTag } from '../ui/ProfileTag.tsx';
import { RadioQuestion } from '../ui/RadioQuestion.tsx';
import { assignProfile } from './profile-queries.ts';
import type { NameOf, ProfileEntry } from './profile-types.ts';
import classes from './profiles.module.css';
import { useRefreshRecord } from './use-refresh-record.ts';

type Props = {
  clientId: string;
  /** What the answers say; null without a scored form. */
  proposed: ProposedProfile | null;
  /** The form it will rest on. */
  responseId: string | null;
  /** The assignment that counts now. */
  current: ProfileEntry | undefined;
  nameOf: NameOf;
};

function reasonHint(proposed: ProposedProfile | null): string {
  if (proposed === null) return text('profiles.assign.reasonHintNone');
  return text(
    proposed === 'UNDETERMINED' ? 'profiles.assign.reasonHintUndetermined' : 'profiles.assign.reasonHintOther',
  );
}

const choiceLabel = (profile: Profile, proposed: ProposedProfile | null, labels: ProfileLabels): string => {
  const name = profileName(profile, labels);
  return profile === proposed ? text('profiles.assign.isProposal', { profile: name }) : name;
};

/** The codes that fit: a confirmation needs no code, and only an undetermined proposal can be accepted as such. */
const codesFor = (proposed: ProposedProfile | null): AssignmentReasonCode[] =>
  ASSIGNMENT_REASON_CODES.filter(
    (code) => code !== 'SCORE_CONFIRMED' && (code !== 'UNDETERMINED_ACCEPTED' || proposed === 'UNDETERMINED'),
  );

function AssignForm({
  clientId,
  proposed,
  responseId,
  onDone,
}: Omit<Props, 'current' | 'nameOf'> & { onDone: () => void }) {
  const [chosen, setChosen] = useState<Profile | undefined>(PROFILES.find((profile) => profile === proposed));
  const [reason, setReason] = useState('');
  const [code, setCode] = useState<AssignmentReasonCode | ''>('');
  const [hasTried, setTried] = useState(false);
  const [key] = useState(createIdempotencyKey);
  const labels = useProfileLabels();
  const refresh = useRefreshRecord();
  const mustExplain = chosen !== undefined && assignmentReasonRequired({ assigned: chosen, proposed });
  const isUnexplained = mustExplain && reason.trim() === '';
  const assign = useMutation({
    mutationFn: (profile: Profile) =>
      assignProfile(
        clientId,
        {
          profile,
          ...(responseId !== null && { responseId }),
          ...(mustExplain && { reason: reason.trim(), ...(code !== '' && { reasonCode: code }) }),
        },
        key,
      ),
    onSuccess: async () => {
      await refresh();
      onDone();
    },
  });

  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    if (chosen === undefined || isUnexplained) {
      if (isUnexplained) document.getElementById('reason')?.focus();
      return;
    }
    if (!assign.isPending) assign.mutate(chosen);
  }

  return (
    <form noValidate onSubmit={submit}>
      <Stack gap="sm">
        {assign.error !== null && <ProblemSummary error={assign.error} />}
        <RadioQuestion
          legend={text('profiles.assign.legend')}
          choices={PROFILES.map((profile) => ({ code: profile, label: choiceLabel(profile, proposed, labels) }))}
          value={chosen}
          onChange={setChosen}
          error={hasTried && chosen === undefined ? text('profiles.assign.chooseFirst') : undefined}
        />
        {mustExplain && (
          <>
            <Textarea
              id="reason"
              size="md"
              label={text('profiles.assign.reason')}
              description={reasonHint(proposed)}
              aria-required
              autosize
              minRows={2}
              maxLength={ASSIGNMENT_REASON_LIMIT}
              value={reason}
              error={
                hasTried && isUnexplained
                  ? text(proposed === null ? 'errors.REQUIRED' : 'errors.REASON_REQUIRED')
                  : fieldErrors(assign.error)['reason']
              }
              onChange={({ currentTarget }) => setReason(currentTarget.value)}
            />
            <NativeSelect
              label={text('profiles.assign.reasonCode')}
              value={code}
              data={[
                { value: '', label: text('profiles.assign.noCode') },
                ...codesFor(proposed).map((value) => ({ value, label: text(`profiles.assign.code.${value}`) })),
              ]}
              onChange={({ currentTarget }) => setCode(currentTarget.value as AssignmentReasonCode | '')}
            />
          </>
        )}
        <Button type="submit" disabled={assign.isPending} className={classes['start'] ?? ''}>
          {text(assign.isPending ? 'profiles.assign.submitting' : 'profiles.assign.submit')}
        </Button>
      </Stack>
    </form>
  );
}

/** The team's decision: the proposal stands ready, another profile asks why. */
export function AssignProfile({ current, nameOf, ...props }: Props) {
  const isDecided = current !== undefined && current.responseId === props.responseId;
  const [isChanging, setChanging] = useState(false);
  const [isDone, setDone] = useState(false);
  const name = current === undefined ? '' : profileWord(current.profile, current.labels);
  return (
    <section className={classes['assign']}>
      <h2 className={classes['title']}>{text('profiles.assign.title')}</h2>
      {current !== undefined && (
        <Text mb="sm">
          <ProfileTag profile={current.profile} kind="ASSIGNED" labels={current.labels} />{' '}
          {text('profiles.assign.current', {
            profile: name,
            day: formatDutchDay(current.on),
            name: nameOf(current.assignedBy),
          })}
        </Text>
      )}
      <p role="status" className={classes['done']}>
        {isDone && current !== undefined && text('profiles.assign.done', { profile: name })}
      </p>
      {isDecided && !isChanging ? (
        <Button variant="default" onClick={() => setChanging(true)}>
          {text('profiles.assign.again')}
        </Button>
      ) : (
        <AssignForm
          key={props.responseId}
          {...props}
          onDone={() => {
            setChanging(false);
            setDone(true);
          }}
        />
      )}
    </section>
  );
}
