import { Button, Group, Text, Title } from '@mantine/core';
import { dayOfInstant, formatDutchDay, INSTRUMENTS } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import { activateVersion, type InstrumentVersion } from './instrument-calls.ts';
import { instrumentsQuery } from './instrument-queries.ts';
import classes from './instruments.module.css';

const dutchDay = (instant: string): string => formatDutchDay(dayOfInstant(instant));

function licenceWords({ licenceConfirmedAt }: InstrumentVersion): string {
  if (licenceConfirmedAt === null) return text('instruments.shipped');
  return text('instruments.confirmedOn', { day: dutchDay(licenceConfirmedAt) });
}

type VersionProps = { version: InstrumentVersion; onActivate: () => void };

function Version({ version, onActivate }: VersionProps) {
  return (
    <li className={classes['version']}>
      <Group justify="space-between" align="baseline">
        <Title order={3}>
          {version.title} <span className={classes['code']}>{version.instrumentVersion}</span>
        </Title>
        {version.active ? (
          <span className={classes['active']}>✓ {text('instruments.active')}</span>
        ) : (
          <Button
            size="sm"
            variant="default"
            aria-label={text('instruments.activateNamed', { version: version.instrumentVersion })}
            onClick={onActivate}
          >
            {text('instruments.activate')}
          </Button>
        )}
      </Group>
      <Text>{version.licenceStatement}</Text>
      <Text c="dimmed" size="sm">
        {text('instruments.loadedOn', { day: dutchDay(version.loadedAt) })} · {licenceWords(version)}
      </Text>
      <Text c="dimmed" size="sm">
        {text('instruments.checksum')} <span className={classes['checksum']}>{version.checksum}</span>
      </Text>
    </li>
  );
}

/** Every version that was ever loaded; which one new forms use can be chosen, the versions themselves never change. */
export function InstrumentVersions({ versions }: { versions: readonly InstrumentVersion[] }) {
  const queries = useQueryClient();
  const [chosen, setChosen] = useState<InstrumentVersion>();
  const activate = useMutation({
    mutationFn: activateVersion,
    onSettled: () => {
      setChosen(undefined);
      return queries.invalidateQueries({ queryKey: instrumentsQuery.queryKey });
    },
  });
  return (
    <>
      {activate.isError && <ProblemSummary error={activate.error} />}
      {INSTRUMENTS.map((instrument) => (
        <section key={instrument}>
          <Title order={2}>{text(`instruments.name.${instrument}`)}</Title>
          <ul className={classes['versions']}>
            {versions
              .filter((version) => version.instrument === instrument)
              .map((version) => (
                <Version key={version.id} version={version} onActivate={() => setChosen(version)} />
              ))}
          </ul>
        </section>
      ))}
      {chosen !== undefined && (
        <ConfirmDialog
          title={text('instruments.activateTitle')}
          consequence={text('instruments.activateConsequence', { version: chosen.instrumentVersion })}
          confirmLabel={text('instruments.activate')}
          isBusy={activate.isPending}
          onConfirm={() => activate.mutate(chosen)}
          onCancel={() => setChosen(undefined)}
        />
      )}
    </>
  );
}
