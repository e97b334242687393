import { Badge, Button, Title } from '@mantine/core';
import { text } from '@samenoud/texts';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { useEntryActs } from '../platform/use-entry-acts.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { HiddenNote } from '../ui/HiddenNote.tsx';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import { WordsDialog } from '../ui/WordsDialog.tsx';
import { type Signal, type SignalChange, signalsQuery, updateSignal } from './signal-queries.ts';
import { actLabel, actsOf, askedBy, seenWords, type SignalAct, signalLines, STATE_AFTER } from './signal-words.ts';
import entries from '../ui/Entries.module.css';

type Props = {
  clientId: string;
  nameOf: (userId: string | null) => string;
  /** Where the suggestion leads: an interim questionnaire. */
  questionnaireAt: string;
};

/** Signals with what can be done about them; what waits for a verdict first. */
export function SignalSection({ clientId, nameOf, questionnaireAt }: Props) {
  const query = signalsQuery(clientId);
  const { data } = useQuery(query);
  const acts = useEntryActs<Signal, SignalChange, SignalAct>({
    listKey: query.queryKey,
    update: updateSignal,
  });
  function begin(signal: Signal, act: SignalAct): void {
    if (askedBy(act, signal).length > 0) return acts.ask(signal, act);
    acts.run(signal, { state: 'ON_AGENDA' }, text('signals.step.ON_AGENDA.done'));
  }
  const hidden = data?.hidden?.[0];
  return (
    <section aria-labelledby="signals-title">
      <Title order={2} mb="sm" id="signals-title">
        {text('signals.heading')}
      </Title>
      {acts.error !== null && <ProblemSummary error={acts.error} />}
      {data?.items.length === 0 && <EmptyState title={text('signals.empty.title')} hint={text('signals.empty.hint')} />}
      <ul className={entries['list']}>
        {data?.items.map((signal) => (
          <li key={signal.id} className={entries['item']}>
            <SignalHead signal={signal} />
            {signal.text !== null && <p>{signal.text}</p>}
            <p className={entries['quiet']}>{seenWords(signal, nameOf)}</p>
            {signalLines(signal, nameOf).map((line) => (
              <p key={line}>{line}</p>
            ))}
            {signal.suggestion !== null && (
              <div className={entries['acts']}>
                <span>{text('signals.suggestion')}</span>
                <Link to={questionnaireAt}>{text('signals.followSuggestion')}</Link>
                {signal.mayAssess && (
                  <Button
                    size="compact-sm"
                    variant="default"
                    onClick={() => acts.run(signal, { suggestion: null }, text('signals.suggestionDropped'))}
                  >
                    {text('signals.dropSuggestion')}
                  </Button>
                )}
              </div>
            )}
            <SignalActs signal={signal} onAct={(act) => begin(signal, act)} />
          </li>
        ))}
      </ul>
      {hidden !== undefined && <HiddenNote code={hidden.code} what={text('signals.hidden')} />}
      {acts.asking !== undefined && (
        <StepDialog signal={acts.asking.entry} act={acts.asking.act} onDone={acts.done} onClose={acts.close} />
      )}
    </section>
  );
}

function SignalHead({ signal }: { signal: Signal }) {
  return (
    <div className={entries['head']}>
      {text(`signals.type.${signal.type}`)}{' '}
      {signal.state !== null && <Badge variant="outline">{text(`signals.state.${signal.state}`)}</Badge>}{' '}
      {signal.urgency === 'URGENT' && <Badge variant="outline">{text('signals.urgency.URGENT')}</Badge>}
    </div>
  );
}

function SignalActs({ signal, onAct }: { signal: Signal; onAct: (act: SignalAct) => void }) {
  const acts = actsOf(signal);
  if (acts.length === 0) return null;
  return (
    <div className={entries['acts']}>
      {acts.map((act) => (
        <Button
          key={act}
          size="compact-sm"
          variant="default"
          aria-label={`${actLabel(act, signal)}: ${text(`signals.type.${signal.type}`)}`}
          onClick={() => onAct(act)}
        >
          {actLabel(act, signal)}
        </Button>
      ))}
    </div>
  );
}

type StepProps = { signal: Signal; act: SignalAct; onDone: (words: string) => void; onClose: () => void };

function StepDialog({ signal, act, onDone, onClose }: StepProps) {
  const to = STATE_AFTER[act];
  const words = to === 'CLOSED' ? 'CLOSED' : 'ASSESSED';
  return (
    <WordsDialog
      title={text(`signals.step.${words}.title`)}
      fields={askedBy(act, signal)}
      action={text(`signals.step.${words}.do`)}
      send={(said) => updateSignal(signal, { ...said, ...(to !== undefined && { state: to }) })}
      onDone={() => onDone(text(`signals.step.${words}.done`))}
      onClose={onClose}
    />
  );
}
