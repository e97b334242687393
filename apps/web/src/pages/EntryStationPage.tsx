import { Anchor, Stack, Text, Title } from '@mantine/core';
import { type Answers, grantFor, mayEver } from '@samenoud/domain';
import { plural, text } from '@samenoud/texts';
import { useMutation, useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import { ClientHits } from '../clients/ClientFinder.tsx';
import { instrumentsQuery, packsFor } from '../instruments/instrument-queries.ts';
import { createIdempotencyKey } from '../platform/api.ts';
import { useSession } from '../platform/session/session-queries.ts';
import { amendResponse } from '../profiles/profile-queries.ts';
import type { Response as ScoredResponse } from '../profiles/profile-types.ts';
import { ProposalResult } from '../profiles/ProposalResult.tsx';
import { SecondEntryMark } from '../profiles/SecondEntryMark.tsx';
import { AlreadyEntered } from '../questionnaires/entry-station/AlreadyEntered.tsx';
import { OnlineNote } from '../questionnaires/entry-station/OnlineNote.tsx';
import { EntryForm } from '../questionnaires/entry-station/EntryForm.tsx';
import classes from '../questionnaires/entry-station/EntrySheet.module.css';
import { bornWords } from '../questionnaires/entry-station/FormIdentity.tsx';
import { FoundFormStep } from '../questionnaires/entry-station/FoundFormStep.tsx';
import { FoundSheet } from '../questionnaires/entry-station/FoundSheet.tsx';
import { RefuseDialog, type Refusing } from '../questionnaires/entry-station/RefuseDialog.tsx';
import { RoundProgress } from '../questionnaires/entry-station/RoundProgress.tsx';
import { ScanForm } from '../questionnaires/entry-station/ScanForm.tsx';
import { type FoundForm, lookUpForm, openRoundsQuery, setInvitationState } from '../questionnaires/form-lookup.ts';
import { getResponse } from '../questionnaires/response-queries.ts';
import type { Response } from '../questionnaires/response-types.ts';
import { secondEntriesQuery } from '../second-entries/second-entry-queries.ts';
import { useColleagues } from './use-colleagues.ts';

type Said = {
  kind: 'SAVED' | 'UNDELIVERABLE' | 'REFUSED';
  name: string;
  completed?: Pick<ScoredResponse, 'assessment' | 'secondEntry'>;
};
type Step =
  | { kind: 'WAIT'; said?: Said }
  | { kind: 'FOUND'; found: FoundForm; open: Response | undefined }
  | { kind: 'ENTER'; found: FoundForm; open: Response | undefined }
  | { kind: 'ALREADY'; found: FoundForm; entered: Response }
  | { kind: 'SHEET'; found: FoundForm; entered: Response; sheet: number };

type AddedSheet = { entered: Response; sheet: number; answers: Answers };

const SAID = {
  SAVED: 'entry.station.saved',
  UNDELIVERABLE: 'entry.station.undeliverable',
  REFUSED: 'entry.station.refused',
} as const;

const headingOf = ({ client }: FoundForm): string => `${client.name}   ${bornWords(client)}`;

/** From a code to what can be done with the paper: enter it, go on with it, or see that it was entered. */
async function findStep(code: string): Promise<Step> {
  const found = await lookUpForm(code);
  const response = found.response === null ? undefined : await getResponse(found.response.id);
  if (response?.status === 'COMPLETED') return { kind: 'ALREADY', found, entered: response };
  return { kind: 'FOUND', found, open: response?.status === 'IN_PROGRESS' ? response : undefined };
}

/** How the form before this one ended. */
function LastResult({ said }: { said: Said }): ReactNode {
  const { role } = useSession().user;
  const { completed } = said;
  const showsScores = grantFor(role, 'RISK_PROFILE', 'READ')?.limit !== 'CLASS_ONLY';
  return (
    <Stack gap="xs" className={classes['said'] ?? ''}>
      <Text fw={700} role="status">
        {text(SAID[said.kind], { name: said.name })}
      </Text>
      {completed?.assessment && <ProposalResult assessment={completed.assessment} showsScores={showsScores} />}
      {completed?.secondEntry && <SecondEntryMark id={completed.secondEntry.id} mayEnter />}
    </Stack>
  );
}

type StationHeadProps = { roundId: string | undefined; isWaiting: boolean };

/** How far the pile is, and what waits for a second pair of eyes. */
function StationHead({ roundId, isWaiting }: StationHeadProps): ReactNode {
  const { data: rounds = [] } = useQuery(openRoundsQuery);
  const { data: waiting } = useQuery(secondEntriesQuery);
  const round = rounds.find(({ id }) => id === roundId) ?? rounds[0];
  return (
    <div className={classes['stationHead']}>
      {isWaiting && <Title order={1}>{text('entry.station.title')}</Title>}
      {round !== undefined && (
        <RoundProgress name={round.name} received={round.funnel.received} invited={round.funnel.invited} />
      )}
      {waiting !== undefined && waiting.total > 0 && (
        <Anchor component={Link} to="/second-entry">
          {plural('secondEntries.waiting', waiting.total)}
        </Anchor>
      )}
    </div>
  );
}

/** The entry station: scan, look, Enter, type, Enter, and the next one. */
export function EntryStationPage() {
  const { user } = useSession();
  const queries = useQueryClient();
  const colleagues = useColleagues();
  const { data: loaded } = useSuspenseQuery(instrumentsQuery);
  const [step, setStep] = useState<Step>({ kind: 'WAIT' });
  const [isRefusing, setRefusing] = useState(false);
  const lookup = useMutation({ mutationFn: findStep, onSuccess: setStep });
  const mayChange = mayEver(user.role, 'SCREENING', 'UPDATE');

  /** Counts may come later: the next paper is not kept waiting for them. */
  function wait(said?: Said): void {
    setRefusing(false);
    lookup.reset();
    setStep({ kind: 'WAIT', ...(said && { said }) });
    void queries.invalidateQueries({ queryKey: ['screening-rounds'] });
    void queries.invalidateQueries({ queryKey: ['second-entries'] });
  }
  const exit = useMutation({
    mutationFn: async ({
      found,
      body,
    }: {
      found: FoundForm;
      body: Refusing & { state: 'UNDELIVERABLE' | 'REFUSED' };
    }) => {
      await setInvitationState(found.invitation.id, found.invitation.version, body);
      return { kind: body.state, name: found.client.name };
    },
    onSuccess: wait,
  });
  const addSheet = useMutation({
    mutationFn: async ({ entered, sheet, answers }: AddedSheet) =>
      amendResponse(
        entered.id,
        { answers, reason: text('entry.already.sheetFound', { sheet }), reasonCode: 'PAGE_FOUND' },
        createIdempotencyKey(),
      ),
    onSuccess: (completed) => wait({ kind: 'SAVED', name: 'found' in step ? step.found.client.name : '', completed }),
  });

  const onCode = (code: string): void => lookup.mutate(code);
  const roundId = 'found' in step ? step.found.round.id : undefined;
  return (
    <>
      <title>{`${text('entry.station.title')} · ${text('common.productName')}`}</title>
      <StationHead roundId={roundId} isWaiting={step.kind === 'WAIT'} />
      {step.kind === 'WAIT' && (
        <div className={classes['station']}>
          {step.said !== undefined && <LastResult said={step.said} />}
          <ScanForm
            isBusy={lookup.isPending}
            error={lookup.error}
            onCode={onCode}
            renderHits={(words) => <ClientHits words={words} hrefOf={(id) => `/clients/${id}/entry`} />}
          />
        </div>
      )}
      {step.kind === 'FOUND' && (
        <FoundFormStep
          found={step.found}
          mayChange={mayChange}
          isBusy={lookup.isPending || exit.isPending}
          error={lookup.error ?? (isRefusing ? null : exit.error)}
          onCode={onCode}
          onEnter={() => setStep({ ...step, kind: 'ENTER' })}
          onUndeliverable={() => exit.mutate({ found: step.found, body: { state: 'UNDELIVERABLE' } })}
          onRefused={() => setRefusing(true)}
          onLeave={() => wait()}
        >
          {step.open !== undefined && (
            <Text>{plural('entry.begunBefore', Object.keys(step.open.answers ?? {}).length)}</Text>
          )}
          {step.open?.channel === 'ONLINE' && <OnlineNote />}
        </FoundFormStep>
      )}
      {step.kind === 'FOUND' && isRefusing && (
        <RefuseDialog
          name={step.found.client.name}
          isBusy={exit.isPending}
          error={exit.error}
          onRefuse={(refusing) => exit.mutate({ found: step.found, body: { ...refusing, state: 'REFUSED' } })}
          onClose={() => setRefusing(false)}
        />
      )}
      {step.kind === 'ENTER' && (
        <EntryForm
          clientId={step.found.client.id}
          packs={packsFor(loaded, step.open?.instruments ?? step.found.instruments)}
          heading={headingOf(step.found)}
          birthDate={step.found.client.birthDate}
          channel="PAPER"
          open={step.open}
          paper={{ code: step.found.invitation.formCode, sheet: step.found.page, roundId: step.found.round.id }}
          onDone={(completed) => wait({ kind: 'SAVED', name: step.found.client.name, completed })}
          onStop={() => wait()}
        />
      )}
      {step.kind === 'ALREADY' && (
        <AlreadyEntered
          found={step.found}
          response={step.entered}
          byName={colleagues.get(step.entered.enteredBy)?.displayName ?? text('profiles.history.somebody')}
          onCode={onCode}
          onEnterSheet={(sheet) => setStep({ ...step, kind: 'SHEET', sheet })}
          onLeave={() => wait()}
        />
      )}
      {step.kind === 'SHEET' && (
        <FoundSheet
          clientId={step.found.client.id}
          heading={headingOf(step.found)}
          code={step.found.invitation.formCode}
          sheet={step.sheet}
          packs={packsFor(loaded, step.entered.instruments)}
          isBusy={addSheet.isPending}
          error={addSheet.error}
          onComplete={(answers) => addSheet.mutate({ ...step, answers })}
          onStop={() => wait()}
        />
      )}
    </>
  );
}
