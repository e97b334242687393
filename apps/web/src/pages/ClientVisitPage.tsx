import { Button, Group, Title } from '@mantine/core';
import { answersOfForm, dayOfInstant, formatDutchDay, questionsOf, validForms } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { actionLine } from '../actions/action-words.ts';
import { actionsOfClientQuery } from '../actions/action-queries.ts';
import { clientQuery } from '../clients/client-queries.ts';
import { markWords } from '../clients/mark-words.ts';
import { contactHead } from '../contacts/contact-words.ts';
import { contactsQuery } from '../contacts/contact-queries.ts';
import { instrumentsQuery, packsFor } from '../instruments/instrument-queries.ts';
import { compareForms } from '../profiles/year-comparison.ts';
import type { Response } from '../profiles/profile-types.ts';
import { responsesQuery } from '../questionnaires/response-queries.ts';
import { signalsQuery } from '../signals/signal-queries.ts';
import { seenWords } from '../signals/signal-words.ts';
import { HiddenNote } from '../ui/HiddenNote.tsx';
import { openPlanQuery } from '../visits/visit-plan-query.ts';
import classes from '../visits/visits.module.css';
import { VisitPart } from '../visits/VisitPart.tsx';
import { useClientId } from './use-client-id.ts';
import { useColleagues } from './use-colleagues.ts';

/** One page to read before the bell rings, on screen and on paper. What the reader may not see is named, and not on it. */
export function ClientVisitPage() {
  const clientId = useClientId();
  const [today] = useState(() => dayOfInstant(Date.now()));
  const { data: client } = useSuspenseQuery(clientQuery(clientId));
  const { data: plan, error } = useQuery({ ...openPlanQuery(clientId), retry: false });
  const { data: actions } = useQuery(actionsOfClientQuery(clientId));
  const { data: signals } = useQuery(signalsQuery(clientId));
  const { data: contacts } = useQuery(contactsQuery(clientId));
  const colleagues = useColleagues();
  const nameOf = (id: string | null): string => (id === null ? undefined : colleagues.get(id)?.displayName) ?? text('contacts.somebody'); // prettier-ignore
  const goals = plan?.problems?.flatMap((problem) => problem.goals).filter(({ state }) => state === 'OPEN') ?? [];
  const last = contacts?.items.find(({ struck }) => struck === null);
  const hidden = [
    ...(plan?.hidden ?? []),
    ...(actions?.hidden ?? []),
    ...(signals?.hidden ?? []),
    ...(contacts?.hidden ?? []),
  ];
  return (
    <div className={classes['page']}>
      <Title order={2}>{text('visits.prepare')}</Title>
      <Group className={classes['noPrint'] ?? ''}>
        <Button variant="default" onClick={() => globalThis.print()}>
          {text('visits.print')}
        </Button>
        <Button component="a" href={`/api/v1/clients/${clientId}/visit.pdf`} target="_blank" variant="default">
          {text('visits.pdf')}
        </Button>
      </Group>
      <VisitPart title={text('visits.door')} lines={markWords(client.marks)} none={text('visits.none')} />
      <VisitPart
        title={text('visits.matters')}
        lines={[plan?.whatMatters, plan?.strengths, plan?.wishes].filter((words) => typeof words === 'string')}
        none={text(error === null ? 'visits.noPlan' : 'visits.planHidden')}
      />
      <FormParts clientId={clientId} />
      <VisitPart
        title={text('visits.goals')}
        lines={goals.map(({ text: words, targetDate }) =>
          text('visits.goal', { words, day: formatDutchDay(targetDate) }),
        )}
        none={text('visits.none')}
      />
      <VisitPart
        title={text('actions.heading')}
        lines={(actions?.items ?? [])
          .filter(({ state }) => state === 'OPEN')
          .map((action) => `${action.text}: ${actionLine(action, today, nameOf)}`)}
        none={text('visits.none')}
      />
      <VisitPart
        title={text('signals.heading')}
        lines={(signals?.items ?? [])
          .filter(({ state }) => state !== 'CLOSED')
          .map((signal) =>
            [text(`signals.type.${signal.type}`), signal.text, seenWords(signal, nameOf)].filter(Boolean).join(' · '),
          )}
        none={text('visits.none')}
      />
      <VisitPart
        title={text('visits.last')}
        lines={last === undefined ? [] : [contactHead(last, nameOf), ...(last.note === null ? [] : [last.note])]}
        none={text('visits.none')}
      />
      {client.consent !== undefined && <ConsentPart {...client.consent} />}
      {hidden.map(({ pointer, code }) => (
        <HiddenNote key={`${pointer} ${code}`} code={code} />
      ))}
    </div>
  );
}

/** What may still be asked for; nothing where nothing needs it. */
function ConsentPart({ given, total }: { given: number; total: number }) {
  const lines = given < total ? [text('visits.consentAsk', { n: total - given, total })] : [];
  return <VisitPart title={text('visits.consent')} lines={lines} none={text('visits.consentNone')} />;
}

/** Profile, what changed since the form before, and what was left blank. */
function FormParts({ clientId }: { clientId: string }): ReactNode {
  const { data: client } = useSuspenseQuery(clientQuery(clientId));
  const { data: responses = [] } = useQuery(responsesQuery(clientId));
  const { data: loaded } = useSuspenseQuery(instrumentsQuery);
  const packsOf = ({ instruments }: Response) => packsFor(loaded, instruments);
  const [newest, previous] = validForms(responses, packsOf);
  const form = (response: NonNullable<typeof newest>) => ({ response, packs: packsOf(response) });
  const changes = newest && previous ? compareForms(form(newest), form(previous)) : undefined;
  const answers = newest && answersOfForm(newest);
  const { gfi, imesa } = newest?.assessment.instruments ?? { gfi: undefined, imesa: undefined };
  const blank = new Set([...(gfi?.missing ?? []), ...(imesa?.missing ?? [])]);
  const questions = newest === undefined ? [] : questionsOf(packsOf(newest));
  const assigned = client.profile?.assigned;
  return (
    <>
      <VisitPart
        title={text('visits.changes')}
        lines={(changes ?? [])
          .filter(({ isChanged }) => isChanged)
          .map(({ item, before, now }) => text('visits.change', { question: item.label, before, now }))}
        none={text(newest === undefined || answers === undefined ? 'visits.noForm' : 'visits.noChange')}
      />
      <VisitPart
        title={text('visits.blank')}
        lines={questions.filter(({ item }) => blank.has(item.id)).map(({ number, item }) => `${number}. ${item.label}`)}
        none={text('visits.none')}
      />
      {assigned === undefined && <p className={classes['quiet']}>{text('visits.noProfile')}</p>}
    </>
  );
}
