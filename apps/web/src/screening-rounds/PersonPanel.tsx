import { Button } from '@mantine/core';
import { formatDutchDay } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useHotkeys } from '../platform/hotkeys.ts';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Keys } from '../ui/Keys.tsx';
import { HisTexts } from './HisTexts.tsx';
import { factWords, markWords, nextStepWords } from './invitation-words.ts';
import { ACT_KEYS, actsFor, type PersonAct, placeOf } from './person-acts.ts';
import { RefuseDialog } from './RefuseDialog.tsx';
import type { Invitation } from './round-types.ts';
import { SentDayDialog } from './SentDayDialog.tsx';
import classes from './screening-rounds.module.css';
import type { usePersonAct } from './use-person-act.ts';

type Props = {
  invitation: Invitation;
  acts: ReturnType<typeof usePersonAct>;
  today: string;
  mayAct: boolean;
  mayCopyHis: boolean;
};
const HIS_KEY = 'X';

type Asking = 'REFUSED' | 'NOT_REACHED' | 'HANDED_OVER' | 'HOME_VISIT' | 'SENT';

/** Back to where it was, as far as the table of steps has a way. */
const backToSent = ({ route, sentOn }: Invitation) => ({
  state: 'SENT' as const,
  ...(route !== null && { route }),
  ...(sentOn !== null && { sentOn }),
});

function Dialogs({
  asking,
  invitation,
  acts,
  today,
  onClose,
}: Omit<Props, 'mayAct' | 'mayCopyHis'> & { asking: Asking; onClose: () => void }) {
  const { name } = invitation.client;
  if (asking === 'REFUSED')
    return (
      <RefuseDialog
        name={name}
        onClose={onClose}
        onRefuse={(words) => {
          acts.step(invitation, { state: 'REFUSED', ...words });
          onClose();
        }}
      />
    );
  if (asking === 'NOT_REACHED')
    return (
      <ConfirmDialog
        title={text('screeningRounds.act.notReached.title', { name })}
        consequence={text('screeningRounds.act.notReached.consequence')}
        confirmLabel={text('screeningRounds.act.notReached.confirm')}
        onCancel={onClose}
        onConfirm={() => {
          acts.step(invitation, { state: 'NOT_REACHED' });
          onClose();
        }}
      />
    );
  return (
    <SentDayDialog
      title={text(`screeningRounds.act.dayTitle.${asking}`, { name })}
      today={today}
      onClose={onClose}
      onSave={(sentOn) => {
        acts.step(invitation, { state: 'SENT', sentOn, route: asking === 'SENT' ? 'MAIL' : asking });
        onClose();
      }}
    />
  );
}

/** One person: whom to call, what happened so far, and everything one can do, each one key or click away. */
export function PersonPanel({ invitation, acts, today, mayAct, mayCopyHis }: Props) {
  const navigate = useNavigate();
  const [asking, setAsking] = useState<Asking>();
  const [showsHis, setShowsHis] = useState(false);
  const { client } = invitation;
  const possible = mayAct ? actsFor(invitation) : [];
  const marks = markWords(client);

  function run(act: PersonAct): void {
    const place = placeOf(act, invitation);
    if (place !== undefined) void navigate(place);
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
      {marks.length > 0 && <p className={classes['marks']}>{marks.join(' · ')}</p>}
      <p>
        <strong>{text(`screeningRounds.state.${invitation.state}`)}</strong>
        {invitation.nextStep !== null && ` → ${nextStepWords(invitation)}`}
      </p>
      <ul className={classes['facts']}>
        {factWords(invitation).map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
      {mayAct && possible.length === 0 && <p className={classes['quiet']}>{text('screeningRounds.act.none')}</p>}
      <div className={classes['acts']}>
        {possible.map((act) => (
          <Button key={act} variant="default" size="sm" disabled={acts.isBusy} onClick={() => run(act)}>
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
        <Dialogs
          asking={asking}
          invitation={invitation}
          acts={acts}
          today={today}
          onClose={() => setAsking(undefined)}
        />
      )}
    </section>
  );
}
