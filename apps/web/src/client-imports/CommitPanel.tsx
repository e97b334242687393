import { Alert, Button, Group } from '@mantine/core';
import { plural, text } from '@samenoud/texts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { isUnderWay, jobQuery } from '../platform/job-query.ts';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import { abandonImport, commitImport, importQuery } from './import-queries.ts';
import type { ClientImport } from './import-types.ts';
import classes from './client-imports.module.css';

type Asking = 'COMMIT' | 'ABANDON' | undefined;

/** What is going to happen in all, and the one button that does it. The work goes on when the page is left. */
export function CommitPanel({ shown, isMine }: { shown: ClientImport; isMine: boolean }) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [asking, setAsking] = useState<Asking>();
  const again = (): Promise<void> => queries.invalidateQueries({ queryKey: importQuery(shown.id).queryKey });
  const commit = useMutation({
    mutationFn: () => commitImport(shown.id),
    onSettled: () => {
      setAsking(undefined);
      return again();
    },
  });
  const abandon = useMutation({
    mutationFn: () => abandonImport(shown),
    onSuccess: () => navigate('/clients/import'),
    onError: () => setAsking(undefined),
  });
  const lines = outcomeLines(shown);

  if (shown.status === 'COMMITTING')
    return isMine && shown.jobId !== null ? (
      <Working jobId={shown.jobId} onOver={again} />
    ) : (
      <ProgressBar label={text('clientImports.commit.byOther')} done={0} total={0} />
    );
  if (shown.status === 'COMMITTED') return <Finished lines={finishedLines(shown)} />;
  if (shown.status !== 'REVIEW') return null;
  return (
    <section className={classes['commit']} aria-labelledby="commit-title">
      <h2 id="commit-title">{text('clientImports.commit.title')}</h2>
      {shown.problem !== null && <Failure problem={shown.problem} />}
      {(commit.error ?? abandon.error) !== null && <ProblemSummary error={commit.error ?? abandon.error} />}
      <Outcomes lines={lines} />
      <LeftOut shown={shown} />
      <Group>
        <Button disabled={lines.length === 0} loading={commit.isPending} onClick={() => setAsking('COMMIT')}>
          {text('clientImports.commit.act')}
        </Button>
        <Button variant="default" onClick={() => setAsking('ABANDON')}>
          {text('clientImports.commit.abandon')}
        </Button>
      </Group>
      {asking === 'COMMIT' && (
        <ConfirmDialog
          title={text('clientImports.commit.title')}
          consequence={`${sentence(lines)} ${text('clientImports.commit.ask')}`}
          confirmLabel={text('clientImports.commit.act')}
          isBusy={commit.isPending}
          onConfirm={() => commit.mutate()}
          onCancel={() => setAsking(undefined)}
        />
      )}
      {asking === 'ABANDON' && (
        <ConfirmDialog
          title={text('clientImports.commit.abandon')}
          consequence={text('clientImports.commit.abandonAsk')}
          confirmLabel={text('clientImports.commit.abandon')}
          isBusy={abandon.isPending}
          onConfirm={() => abandon.mutate()}
          onCancel={() => setAsking(undefined)}
        />
      )}
    </section>
  );
}

function Working({ jobId, onOver }: { jobId: string; onOver: () => Promise<void> }) {
  const queries = useQueryClient();
  const { data } = useQuery(jobQuery(jobId));
  const isOver = data !== undefined && !isUnderWay(data);
  useEffect(() => {
    if (!isOver) return;
    void onOver();
    void queries.invalidateQueries({ queryKey: ['clients'] });
  });
  const { done = 0, total = 0 } = data ?? {};
  return (
    <section className={classes['commit']} aria-live="polite">
      <ProgressBar
        label={`${text('clientImports.commit.busy')} ${total > 0 ? text('clientImports.commit.progress', { done, total }) : ''}`}
        done={done}
        total={total}
      />
      <p className={classes['quiet']}>{text('clientImports.commit.leave')}</p>
    </section>
  );
}

/** Why the last try changed nothing. */
function Failure({ problem }: { problem: string }) {
  return (
    <Alert role="alert" color="var(--so-error)" variant="outline" title={text('clientImports.commit.failed')}>
      {problem}
    </Alert>
  );
}

function Finished({ lines }: { lines: readonly string[] }) {
  return (
    <section className={classes['commit']} aria-labelledby="done-title" role="status">
      <h2 id="done-title">{text('clientImports.commit.done')}</h2>
      <Outcomes lines={lines} />
      <Button component={Link} to="/clients" w="fit-content">
        {text('clientImports.commit.toClients')}
      </Button>
    </section>
  );
}

function Outcomes({ lines }: { lines: readonly string[] }) {
  if (lines.length === 0) return <p>{text('clientImports.commit.nothing')}</p>;
  return (
    <ul className={classes['outcomes']}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

/** How many rows need a look before, or are not taken. */
function LeftOut({ shown: { summary } }: { shown: ClientImport }) {
  const lines = [
    ...(summary.error > 0 ? [plural('clientImports.commit.faulty', summary.error)] : []),
    ...(summary.duplicate > 0 ? [plural('clientImports.commit.double', summary.duplicate)] : []),
  ];
  return lines.length > 0 && <p className={classes['quiet']}>{lines.join(' ')}</p>;
}

function outcomeLines({ outcomes: { creates, updates, statuses } }: ClientImport): string[] {
  return [
    ...(creates > 0 ? [plural('clientImports.commit.creates', creates)] : []),
    ...(updates > 0 ? [plural('clientImports.commit.updates', updates)] : []),
    ...(statuses > 0 ? [plural('clientImports.commit.statuses', statuses), text('clientImports.commit.stops')] : []),
  ];
}

function finishedLines({ outcomes: { creates, updates, statuses } }: ClientImport): string[] {
  if (creates + updates + statuses === 0) return [text('clientImports.commit.nothingDone')];
  return [
    ...(creates > 0 ? [plural('clientImports.commit.created', creates)] : []),
    ...(updates > 0 ? [plural('clientImports.commit.updated', updates)] : []),
    ...(statuses > 0 ? [plural('clientImports.commit.statusSet', statuses)] : []),
  ];
}

function sentence(lines: readonly string[]): string {
  const words = lines.map((line) => line.replace(/\.$/, '')).join('; ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}
