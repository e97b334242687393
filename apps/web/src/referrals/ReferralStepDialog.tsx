import { closingNeedsReason, REFERRAL_LIMITS, REFERRAL_OUTCOMES, type ReferralOutcome } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { type AskedField, WordsDialog } from '../ui/WordsDialog.tsx';
import type { Person } from './ReferralForm.tsx';
import { changeReferral, closeReferral, giveFeedback, type Referral, sendReferral } from './referral-queries.ts';
import type { ReferralAct } from './referral-words.ts';

type Step = Exclude<ReferralAct, 'CHANGE'>;

type Props = {
  referral: Referral;
  act: Step;
  today: string;
  askers: readonly Person[];
  onDone: (words: string) => void;
  onClose: () => void;
};

interface Asked {
  readonly words: 'send' | 'tell' | 'postpone' | 'close';
  readonly consequence?: string;
  readonly fields: readonly AskedField[];
  readonly send: (values: Readonly<Record<string, string>>) => Promise<Referral>;
}

/** What a step of a referral asks: permission, what was told, another day, or why it ends. */
export function ReferralStepDialog({ referral, act, today, askers, onDone, onClose }: Props) {
  const { words, consequence, fields, send } = ASKED[act](referral, today, askers);
  return (
    <WordsDialog
      title={text(`referrals.${words}.title`)}
      {...(consequence !== undefined && { consequence })}
      fields={fields}
      action={text(`referrals.${words}.do`)}
      send={send}
      onDone={() => onDone(text(`referrals.${words}.done`))}
      onClose={onClose}
    />
  );
}

const required = text('referrals.required');

const ASKED: Readonly<Record<Step, (referral: Referral, today: string, askers: readonly Person[]) => Asked>> = {
  SEND: (referral, today, askers) => ({
    words: 'send',
    consequence: text('referrals.send.ask'),
    fields: [
      { id: 'on', kind: 'DAY', label: text('referrals.send.on'), required, initial: today },
      {
        id: 'askedBy',
        kind: 'CHOICE',
        label: text('referrals.send.askedBy'),
        required,
        choices: askers.map(({ userId, label }) => ({ value: userId, label })),
        ...(askers[0] && { initial: askers[0].userId }),
      },
    ],
    send: ({ on = '', askedBy = '' }) => sendReferral(referral, { on, askedBy }),
  }),
  FEEDBACK: (referral, today) => ({
    words: 'tell',
    fields: [
      {
        id: 'outcome',
        kind: 'CHOICE',
        label: text('referrals.tell.outcome'),
        required,
        initial: 'STARTED',
        choices: REFERRAL_OUTCOMES.map((value) => ({ value, label: text(`referrals.outcome.${value}`) })),
      },
      { id: 'text', kind: 'WORDS', label: text('referrals.tell.text'), required, max: REFERRAL_LIMITS.feedback },
      { id: 'on', kind: 'DAY', label: text('referrals.tell.on'), required, initial: today },
    ],
    send: ({ on = '', text: told = '', outcome = '' }) =>
      giveFeedback(referral, { on, text: told, outcome: outcome as ReferralOutcome }),
  }),
  POSTPONE: (referral) => ({
    words: 'postpone',
    fields: [
      { id: 'dueOn', kind: 'DAY', label: text('referrals.form.dueOn'), required, initial: referral.dueOn },
    ],
    send: ({ dueOn = '' }) => changeReferral(referral, { dueOn }),
  }),
  CLOSE: (referral) => ({
    words: 'close',
    consequence: text('referrals.close.consequence'),
    fields:
      referral.state !== null && closingNeedsReason(referral.state)
        ? [{ id: 'reason', kind: 'WORDS', label: text('referrals.close.reason'), required, max: REFERRAL_LIMITS.closeReason }]
        : [],
    send: (said) => closeReferral(referral, said),
  }),
}; // prettier-ignore
