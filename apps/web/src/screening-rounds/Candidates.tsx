import { Button, Group, TextInput } from '@mantine/core';
import { ageOn, formatDutchDay, LEFT_OUT_REASONS, normaliseForSearch } from '@samenoud/domain';
import { plural, text } from '@samenoud/texts';
import { IconSearch } from '@tabler/icons-react';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Link } from 'react-router';
import { Chip, ChipGroup } from '../ui/Chips.tsx';
import { type Column, DataTable } from '../ui/DataTable.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Loading } from '../ui/Loading.tsx';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import { candidatesQuery, inviteClients, ROUNDS_KEY } from './round-queries.ts';
import type { Candidate, Outcome, Round } from './round-types.ts';
import classes from './screening-rounds.module.css';

const columnsFor = (referenceDate: string): readonly Column<Candidate>[] => [
  { key: 'name', header: text('screeningRounds.candidates.name'), cell: ({ name }) => name },
  {
    key: 'birthDate',
    header: text('screeningRounds.candidates.birthDate'),
    isNumber: true,
    cell: ({ birthDate }) => formatDutchDay(birthDate),
  },
  {
    key: 'age',
    header: text('screeningRounds.candidates.age'),
    isNumber: true,
    cell: ({ birthDate }) => ageOn(birthDate, referenceDate),
  },
  {
    key: 'outcome',
    header: text('screeningRounds.candidates.verdict'),
    cell: ({ outcome }) => text(`screeningRounds.candidates.outcome.${outcome}`),
  },
];

/** Names without accents, and days as they are typed. */
function matches({ name, birthDate }: Candidate, words: string): boolean {
  const found = `${normaliseForSearch(name)} ${formatDutchDay(birthDate)} ${birthDate}`;
  return words.split(/\s+/).every((word) => found.includes(normaliseForSearch(word)));
}

/** How many per outcome: what the round says, without a second count. */
function countsOf(round: Round): Readonly<Record<Outcome, number>> {
  const invited = round.funnel.invited + round.states.CANCELLED;
  return { ...round.leftOut, INVITED: invited, INVITE: Math.max(0, round.eligible - invited) };
}

function Invite({ round, count }: { round: Round; count: number }) {
  const cache = useQueryClient();
  const invite = useMutation({
    mutationFn: () => inviteClients(round.id),
    onSuccess: () => cache.invalidateQueries({ queryKey: ROUNDS_KEY }),
  });
  return (
    <>
      {invite.error !== null && <ProblemSummary error={invite.error} />}
      <p role="status" className={classes['said']}>
        {invite.data !== undefined && plural('screeningRounds.candidates.invited', invite.data.invited)}
      </p>
      <Group>
        {count > 0 && (
          <Button disabled={invite.isPending} onClick={() => invite.mutate()}>
            {invite.isPending
              ? text('screeningRounds.candidates.inviting')
              : plural('screeningRounds.candidates.invite', count)}
          </Button>
        )}
        {count === 0 && round.funnel.invited > 0 && (
          <Button component={Link} to={`/screening-rounds/${round.id}/letters`}>
            {text('screeningRounds.candidates.toLetters')}
          </Button>
        )}
        <span className={classes['quiet']}>
          {count > 0
            ? text('screeningRounds.candidates.consequence')
            : round.funnel.invited > 0 && text('screeningRounds.candidates.nobodyNew')}
        </span>
      </Group>
    </>
  );
}

type Props = { round: Round; mayInvite: boolean };

/** Who is invited, and who is not and why, before and after inviting. */
export function Candidates({ round, mayInvite }: Props) {
  const [words, setWords] = useState('');
  const [shown, setShown] = useState<Outcome>();
  const { data, error, isPending, isFetching, hasNextPage, fetchNextPage } = useInfiniteQuery(
    candidatesQuery(round.id, shown),
  );
  const all = data?.pages.flatMap(({ items }) => items) ?? [];
  const search = words.trim();
  const rows = search === '' ? all : all.filter((candidate) => matches(candidate, search));
  // The names are searched here, so all of them have to be here.
  useEffect(() => {
    if (search !== '' && hasNextPage && !isFetching) void fetchNextPage();
  }, [search, hasNextPage, isFetching, fetchNextPage]);

  const counts = countsOf(round);
  const outcomes = (['INVITE', 'INVITED', ...LEFT_OUT_REASONS] as const).filter((outcome) => counts[outcome] > 0);
  const leftOut = LEFT_OUT_REASONS.reduce((sum, reason) => sum + counts[reason], 0);
  const isOver = round.state === 'CLOSED' || round.state === 'CANCELLED';
  if (isPending) return <Loading />;
  if (error !== null) return <ProblemSummary error={error} />;
  if (shown === undefined && all.length === 0)
    return (
      <EmptyState
        title={text('screeningRounds.candidates.nobodyAtAll.title')}
        hint={text('screeningRounds.candidates.nobodyAtAll.hint')}
      >
        {mayInvite && (
          <Group>
            <Button component={Link} to="/clients/import">
              {text('clientImports.open')}
            </Button>
            <Button component={Link} to="/clients/new" variant="default">
              {text('screeningRounds.candidates.nobodyAtAll.register')}
            </Button>
          </Group>
        )}
      </EmptyState>
    );
  return (
    <div className={classes['list']}>
      <p className={classes['sum']}>
        <strong>{plural('screeningRounds.candidates.summary', round.eligible)}</strong>
        {leftOut > 0 && `, ${plural('screeningRounds.candidates.summaryOut', leftOut)}`}
      </p>
      {round.eligible === 0 && <p>{text('screeningRounds.candidates.nobody')}</p>}
      {mayInvite && !isOver && <Invite round={round} count={counts.INVITE} />}
      <div className={classes['tools']}>
        <TextInput
          className={classes['search'] ?? ''}
          type="search"
          size="sm"
          label={text('screeningRounds.candidates.search')}
          placeholder={text('screeningRounds.candidates.searchPlaceholder')}
          leftSection={<IconSearch size={18} aria-hidden />}
          autoComplete="off"
          value={words}
          onChange={({ currentTarget }) => setWords(currentTarget.value)}
        />
        <ChipGroup name={text('screeningRounds.candidates.show')}>
          {outcomes.map((outcome) => (
            <Chip
              key={outcome}
              label={text('screeningRounds.candidates.chip', {
                what: text(`screeningRounds.candidates.outcome.${outcome}`),
                n: counts[outcome],
              })}
              isOn={shown === outcome}
              onToggle={() => setShown(shown === outcome ? undefined : outcome)}
            />
          ))}
        </ChipGroup>
      </div>
      {rows.length === 0 ? (
        <p>{text('screeningRounds.candidates.nothingFound')}</p>
      ) : (
        <DataTable
          caption={text('screeningRounds.candidates.caption')}
          columns={columnsFor(round.referenceDate)}
          rows={rows}
          total={search === '' ? (data.pages[0]?.total ?? 0) : rows.length}
          rowKey={({ id }) => id}
          rowHref={({ id }) => `/clients/${id}`}
          onNearEnd={() => !isFetching && void fetchNextPage()}
        />
      )}
    </div>
  );
}
