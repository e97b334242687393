import { Button, Text, Title } from '@mantine/core';
import { formatDutchDay } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { announce } from '../platform/announcer.tsx';
import { HiddenNote } from '../ui/HiddenNote.tsx';
import { ReasonDialog } from '../ui/ReasonDialog.tsx';
import { TalkDialog } from './TalkDialog.tsx';
import { type Talk, talksQuery, voidTalk } from './treatment-plan-queries.ts';
import classes from './treatment-plans.module.css';
import paper from '../ui/Document.module.css';

type Props = {
  clientId: string;
  today: string;
  mayWrite: boolean;
  mayVoid: (talk: Talk) => boolean;
  nameOf: (userId: string) => string;
  /** Who may decide for the client, from the people around her. */
  representatives: ReactNode;
};
type Open = { act: 'EDIT'; talk: Talk | undefined } | { act: 'VOID'; talk: Talk };

/** Talks about care later on, with who represents the client. */
export function TalksSection({ clientId, today, mayWrite, mayVoid, nameOf, representatives }: Props) {
  const cache = useQueryClient();
  const { data } = useQuery(talksQuery(clientId));
  const [open, setOpen] = useState<Open>();

  async function done(): Promise<void> {
    setOpen(undefined);
    announce(text('carePlanning.saved'));
    await cache.invalidateQueries({ queryKey: talksQuery(clientId).queryKey });
  }
  if (data === undefined) return null;
  const hidden = data.hidden?.[0];
  return (
    <section aria-labelledby="talks-title">
      <Title order={2} id="talks-title" mb="sm">
        {text('carePlanning.title')}
      </Title>
      <Text mb="sm">{text('carePlanning.intro')}</Text>
      {representatives}
      {hidden === undefined && data.items.length === 0 && <Text>{text('carePlanning.none')}</Text>}
      {hidden !== undefined && <HiddenNote code={hidden.code} what={text('carePlanning.title')} />}
      {hidden !== undefined && data.lastHeldOn !== null && (
        <Text>{text('carePlanning.lastHeldOn', { day: formatDutchDay(data.lastHeldOn) })}</Text>
      )}
      <ul className={classes['list']}>
        {data.items.map((talk) => (
          <li key={talk.id}>
            <div className={classes['what']}>
              <TalkWords talk={talk} nameOf={nameOf} />
            </div>
            <div className={classes['acts']}>
              {mayWrite && talk.voided === null && (
                <Button
                  variant="subtle"
                  size="compact-md"
                  aria-label={text('carePlanning.editOf', { day: formatDutchDay(talk.heldOn) })}
                  onClick={() => setOpen({ act: 'EDIT', talk })}
                >
                  {text('carePlanning.edit')}
                </Button>
              )}
              {mayVoid(talk) && talk.voided === null && (
                <Button
                  variant="subtle"
                  size="compact-md"
                  aria-label={text('carePlanning.voidOf', { day: formatDutchDay(talk.heldOn) })}
                  onClick={() => setOpen({ act: 'VOID', talk })}
                >
                  {text('carePlanning.void')}
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
      {mayWrite && (
        <Button variant="default" onClick={() => setOpen({ act: 'EDIT', talk: undefined })}>
          {text('carePlanning.add')}
        </Button>
      )}
      {open?.act === 'EDIT' && (
        <TalkDialog
          clientId={clientId}
          talk={open.talk}
          today={today}
          onSaved={() => void done()}
          onClose={() => setOpen(undefined)}
        />
      )}
      {open?.act === 'VOID' && (
        <ReasonDialog
          title={text('carePlanning.voidDialog.title')}
          consequence={text('carePlanning.voidDialog.consequence')}
          reasonLabel={text('carePlanning.voidDialog.reason')}
          confirmLabel={text('carePlanning.voidDialog.confirm')}
          send={(reason) => voidTalk(open.talk.id, reason)}
          onDone={() => void done()}
          onClose={() => setOpen(undefined)}
        />
      )}
    </section>
  );
}

function TalkWords({ talk, nameOf }: { talk: Talk; nameOf: Props['nameOf'] }) {
  const { heldOn, themes, participants, wishes, note, voided, madeBy } = talk;
  const head = `${formatDutchDay(heldOn)} · ${themes.map((theme) => text(`carePlanning.theme.${theme}`)).join(', ')}`;
  return (
    <>
      {voided === null ? <strong>{head}</strong> : <s className={classes['gone']}>{head}</s>}
      <Text className={paper['quiet']}>
        {[text('carePlanning.with', { participants }), text('carePlanning.by', { name: nameOf(madeBy) })].join(' · ')}
      </Text>
      {wishes !== null && <q>{wishes}</q>}
      {note !== null && <Text>{note}</Text>}
      {voided !== null && <Text>{text('carePlanning.voided', { reason: voided.reason })}</Text>}
    </>
  );
}
