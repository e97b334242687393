import { Button, Group } from '@mantine/core';
import { formatDutchDay } from '@samenoud/domain';
import { plural, text } from '@samenoud/texts';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { isProblem } from '../platform/problem.ts';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import type { WaveLetters } from './letter-queries.ts';
import { keepPrint, type Print } from './print-store.ts';
import { PrintResult } from './PrintResult.tsx';
import { waveDayOf } from './round-form.ts';
import { startPrinting } from './round-queries.ts';
import type { PrintKind, Round } from './round-types.ts';
import { useIsMaking } from './use-is-making.ts';
import classes from './screening-rounds.module.css';

const EXTRAS = ['LABELS', 'ADDRESS_LIST', 'FORMS'] as const satisfies readonly PrintKind[];

function Reasons({ letters: { getsNot } }: { letters: WaveLetters }) {
  const total = getsNot.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return null;
  return (
    <details>
      <summary>{plural('screeningRounds.letters.getsNot', total)}</summary>
      <ul>
        {getsNot.map(({ reason, count }) => (
          <li key={reason}>
            {text('screeningRounds.letters.reasonCount', {
              reason: text(`screeningRounds.letters.refusal.${reason}`),
              n: count,
            })}
          </li>
        ))}
      </ul>
    </details>
  );
}

type Props = {
  round: Round;
  letters: WaveLetters;
  today: string;
  /** Of this wave. */
  prints: readonly Print[];
  /** The one button of the page that is filled. */
  isNext: boolean;
  mayMake: boolean;
  /** The reminder before this one has not gone yet. */
  waitsForFirst: boolean;
};

/** One wave: who gets its letter, the button that makes them, and what was made. */
export function WavePanel({ round, letters, prints, today, isNext, mayMake, waitsForFirst }: Props) {
  const { wave, gets, again, byHand } = letters;
  const start = useMutation({
    mutationFn: async ({ kind, isAgain = false }: { kind: PrintKind; isAgain?: boolean }) => ({
      kind,
      jobId: await startPrinting(round.id, { wave, kind, ...(isAgain && { again: true }) }),
    }),
    onSuccess: ({ kind, jobId }) => keepPrint({ roundId: round.id, wave, kind, jobId }),
  });
  const [isAsking, setAsking] = useState(false);
  const isMaking = useIsMaking(prints.find(({ kind }) => kind === 'LETTERS'));
  const on = waveDayOf(round, wave);
  const name = text(`screeningRounds.letters.wave.${wave}`);
  const isEarly = wave !== 'INVITATION' && on !== null && today < on;
  const possible: Record<(typeof EXTRAS)[number], boolean> = {
    LABELS: gets + again > 0,
    ADDRESS_LIST: gets + again + byHand > 0,
    FORMS: byHand > 0,
  };
  const offered = EXTRAS.filter((kind) => possible[kind]);
  return (
    <section className={classes['wave']} aria-label={name}>
      <div className={classes['head']}>
        <h2>{name}</h2>
        {on !== null && (
          <span className={classes['quiet']}>
            {text('screeningRounds.letters.planned', { day: formatDutchDay(on) })}
          </span>
        )}
      </div>
      <p>{gets > 0 ? plural('screeningRounds.letters.gets', gets) : text('screeningRounds.letters.nobody')}</p>
      <Reasons letters={letters} />
      {waitsForFirst && <p className={classes['quiet']}>{text('screeningRounds.letters.firstFirst')}</p>}
      {!waitsForFirst && isEarly && gets > 0 && (
        <p className={classes['quiet']}>{text('screeningRounds.letters.early', { day: formatDutchDay(on) })}</p>
      )}
      {start.error !== null && !isProblem(start.error, 'LETTERHEAD_INCOMPLETE') && (
        <ProblemSummary error={start.error} />
      )}
      {mayMake && !waitsForFirst && (
        <Group>
          {gets > 0 && !isMaking && (
            <Button
              variant={isNext ? 'filled' : 'default'}
              disabled={start.isPending}
              aria-label={text('screeningRounds.letters.makeOf', {
                what: plural('screeningRounds.letters.make', gets),
                wave: name,
              })}
              onClick={() => start.mutate({ kind: 'LETTERS' })}
            >
              {start.isPending
                ? text('screeningRounds.letters.starting')
                : plural('screeningRounds.letters.make', gets)}
            </Button>
          )}
          {offered.map((kind) => (
            <Button
              key={kind}
              variant="subtle"
              size="sm"
              px="xs"
              disabled={start.isPending}
              aria-label={text('screeningRounds.letters.makeOf', {
                what: text(`screeningRounds.letters.kind.${kind}`),
                wave: name,
              })}
              onClick={() => start.mutate({ kind })}
            >
              {text(`screeningRounds.letters.kind.${kind}`)}
            </Button>
          ))}
          {again > 0 && !isMaking && (
            <Button
              variant="subtle"
              size="sm"
              px="xs"
              disabled={start.isPending}
              aria-label={text('screeningRounds.letters.makeOf', {
                what: plural('screeningRounds.letters.again.act', again),
                wave: name,
              })}
              onClick={() => setAsking(true)}
            >
              {plural('screeningRounds.letters.again.act', again)}
            </Button>
          )}
        </Group>
      )}
      {isAsking && (
        <ConfirmDialog
          title={plural('screeningRounds.letters.again.title', again)}
          consequence={text('screeningRounds.letters.again.consequence')}
          confirmLabel={plural('screeningRounds.letters.again.confirm', again)}
          onConfirm={() => {
            setAsking(false);
            start.mutate({ kind: 'LETTERS', isAgain: true });
          }}
          onCancel={() => setAsking(false)}
        />
      )}
      {prints
        .filter((print) => print.wave === wave)
        .map((print) => (
          <PrintResult key={print.jobId} print={print} />
        ))}
    </section>
  );
}
