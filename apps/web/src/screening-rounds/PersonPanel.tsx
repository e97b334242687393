import { Button } from '@mantine/core';
import { formatDutchDay } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useHotkeys } from '../platform/hotkeys.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Keys } from '../ui/Keys.tsx';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import { HisTexts } from './HisTexts.tsx';
import { factWords, markWords, nextStepWords } from './invitation-words.ts';
import { ACT_KEYS, actsFor, lastLetterOf, type PersonAct, placeOf } from './person-acts.ts';
import { type Asking, PersonDialogs } from './PersonDialogs.tsx';
import { PrintResult } from './PrintResult.tsx';
import type { Invitation } from './round-types.ts';
import classes from './screening-rounds.module.css';
import { useLetterAgain } from './use-letter-again.ts';
import type { usePersonAct } from './use-person-act.ts';

type Props = {
  invitation: Invitation;
  acts: ReturnType<typeof usePersonAct>;
  today: string;
  mayAct: boolean;
  /** Letters of this round still go out, and she may make them. */
  mayPrint: boolean;
  mayCopyHis: boolean;
};
const HIS_KEY = 'X';

/** Back to where it was, as far as the table of steps has a way. */
const backToSent = ({ route, sentOn }: Invitation) => ({
  state: 'SENT' as const,
  ...(route !== null && { route }),
  ...(sentOn !== null && { sentOn }),
});

/** One person: whom to call, what happened so far, and everything one can do, each one key or click away. */
export function PersonPanel({ invitation, acts, today, mayAct, mayPrint, mayCopyHis }: Props) {
  const navigate = useNavigate();
  const [asking, setAsking] = useState<Asking>();
  const [showsHis, setShowsHis] = useState(false);
  const { client } = invitation;
  const letter = useLetterAgain(invitation);
  const possible = mayAct ? actsFor(invitation).filter((act) => act !== 'LETTER' || mayPrint) : [];
  const marks = markWords(client);

  function makeLetter(): void {
    const wave = lastLetterOf(invitation);
    if (wave !== undefined && !letter.isBusy) letter.make(wave);
  }

  function run(act: PersonAct): void {
    const place = placeOf(act, invitation);
    if (place !== undefined) void navigate(place);
    else if (act === 'LETTER' && invitation.state !== 'UNDELIVERABLE') makeLetter();
    else if (acts.isBusy) return;
    else if (act === 'PHONED') acts.phoned(invitation, today);
    else if (act === 'UNDELIVERABLE') acts.step(invitation, { state: 'UNDELIVERABLE' }, backToSent(invitation));
    else setAsking(act as Asking);
  }
  const hotkeys = possible.map((act) => ({
    keys: ACT_KEYS[act],
    description: text(`screeningRounds.act.${act}`),
    run: () => run(act),
  }));
  const his = { keys: HIS_KEY, description: text('screeningRounds.his.open'), run: () => setShowsHis(true) };
  const isAlone = asking === undefined && !showsHis;
  useHotkeys(isAlone ? [...hotkeys, ...(mayCopyHis ? [his] : [])] : []);

  return (
    <section className={classes['panel']} data-person aria-label={client.name}>
      <div>
        <h2>{client.name}</h2>
        <p>{formatDutchDay(client.birthDate)}</p>
      </div>
      {marks.length > 0 && (
        <p className={classes['marks']}>{text('screeningRounds.people.marksOf', { marks: marks.join(' · ') })}</p>
      )}
      <p>
        {client.phone === null ? (
          text('screeningRounds.people.phoneNone')
        ) : (
          <a
            className={classes['phone']}
            href={`tel:${client.phone.replace(/[^\d+]/g, '')}`}
            aria-label={text('screeningRounds.people.call', { who: client.name, phone: client.phone })}
          >
            {client.phone}
          </a>
        )}
      </p>
      <p>
        <strong>{text(`screeningRounds.state.${invitation.state}`)}</strong>
        {invitation.nextStep !== null && ` → ${nextStepWords(invitation)}`}
      </p>
      <ul className={classes['facts']}>
        {factWords(invitation).map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
      {letter.error !== null && <ProblemSummary error={letter.error} />}
      {letter.print !== undefined && <PrintResult key={letter.print.jobId} print={letter.print} name={client.name} />}
      {mayAct && possible.length === 0 && <p className={classes['quiet']}>{text('screeningRounds.act.none')}</p>}
      <div className={classes['acts']}>
        {possible.map((act) => (
          <Button
            key={act}
            variant="default"
            size="sm"
            disabled={act === 'LETTER' ? letter.isBusy : acts.isBusy}
            onClick={() => run(act)}
          >
            {text(`screeningRounds.act.${act}`)}&ensp;
            <Keys keys={ACT_KEYS[act]} />
          </Button>
        ))}
        {mayCopyHis && (
          <Button variant="default" size="sm" onClick={his.run}>
            {his.description}&ensp;
            <Keys keys={HIS_KEY} />
          </Button>
        )}
      </div>
      <Link
        to={`/clients/${client.id}`}
        aria-label={text('screeningRounds.people.recordOf', { name: client.name })}
        className={classes['phone'] ?? ''}
      >
        {text('screeningRounds.people.record')}
      </Link>
      {showsHis && (
        <Dialog title={text('screeningRounds.his.titleOf', { name: client.name })} onClose={() => setShowsHis(false)}>
          <HisTexts clientId={client.id} />
        </Dialog>
      )}
      {asking !== undefined && (
        <PersonDialogs
          asking={asking}
          invitation={invitation}
          acts={acts}
          today={today}
          onLetter={makeLetter}
          onClose={() => setAsking(undefined)}
        />
      )}
    </section>
  );
}
