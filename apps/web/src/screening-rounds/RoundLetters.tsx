import { Button } from '@mantine/core';
import { LETTERHEAD_REQUIRED } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { EmptyState } from '../ui/EmptyState.tsx';
import { letterCounts, lettersQuery } from './letter-queries.ts';
import { nextActOf } from './next-act.ts';
import type { Round } from './round-types.ts';
import { usePrints } from './use-prints.ts';
import { WavePanel } from './WavePanel.tsx';
import classes from './screening-rounds.module.css';

function LetterheadWarning({ missing, mayFill }: { missing: readonly string[]; mayFill: boolean }) {
  const fields = LETTERHEAD_REQUIRED.filter((field) => missing.includes(field)).map((field) =>
    text(`screeningRounds.letters.letterhead.fields.${field}`),
  );
  return (
    <section className={classes['warning']} aria-labelledby="letterhead-title">
      <h2 id="letterhead-title">{text('screeningRounds.letters.letterhead.title')}</h2>
      <p>{text('screeningRounds.letters.letterhead.hint', { fields: fields.join(', ') })}</p>
      {mayFill ? (
        <Button component={Link} to="/settings/letterhead">
          {text('screeningRounds.letters.letterhead.open')}
        </Button>
      ) : (
        <p>{text('screeningRounds.letters.letterhead.ask')}</p>
      )}
    </section>
  );
}

type Props = { round: Round; today: string; mayMake: boolean; mayFillLetterhead: boolean };

/** The letters of a round, wave by wave. */
export function RoundLetters({ round, today, mayMake, mayFillLetterhead }: Props) {
  const { data } = useSuspenseQuery(lettersQuery(round.id));
  const prints = usePrints(round.id);
  if (round.state === 'DRAFT') {
    const title = text('screeningRounds.letters.notYet.title');
    return (
      <EmptyState title={title} hint={text('screeningRounds.letters.notYet.hint')}>
        <Button component={Link} to={`/screening-rounds/${round.id}/candidates`}>
          {text('screeningRounds.next.CANDIDATES.title')}
        </Button>
      </EmptyState>
    );
  }
  if (round.state !== 'OPEN')
    return (
      <EmptyState title={text('screeningRounds.letters.over.title')} hint={text('screeningRounds.letters.over.hint')} />
    );
  const counts = letterCounts(data.waves);
  const next = nextActOf(round, counts, today);
  const isReady = data.missing.length === 0;
  return (
    <div className={classes['waves']}>
      <p className={classes['quiet']}>{text('screeningRounds.letters.intro')}</p>
      {!isReady && <LetterheadWarning missing={data.missing} mayFill={mayFillLetterhead} />}
      {data.waves.map((letters) => (
        <WavePanel
          key={letters.wave}
          round={round}
          letters={letters}
          prints={prints.filter(({ wave, invitationId }) => wave === letters.wave && invitationId === undefined)}
          today={today}
          isNext={next === letters.wave && isReady}
          mayMake={mayMake && isReady}
          waitsForFirst={letters.wave === 'REMINDER_2' && counts.REMINDER_1 > 0}
        />
      ))}
    </div>
  );
}
