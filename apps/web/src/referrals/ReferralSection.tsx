import { Badge, Button, Title } from '@mantine/core';
import { formatDutchDay } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useQuery } from '@tanstack/react-query';
import { useEntryActs } from '../platform/use-entry-acts.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { HiddenNote } from '../ui/HiddenNote.tsx';
import { type Person, ReferralForm } from './ReferralForm.tsx';
import { closeReferral, type Referral, referralsQuery } from './referral-queries.ts';
import {
  actsOf,
  feedbackWords,
  isSilent,
  type ReferralAct,
  referralHead,
  referralLines,
  writtenWords,
} from './referral-words.ts';
import { ReferralStepDialog } from './ReferralStepDialog.tsx';
import entries from '../ui/Entries.module.css';

type Props = {
  clientId: string;
  today: string;
  nameOf: (userId: string | null) => string;
  /** Who can have asked the client, the reader herself first. */
  askers: readonly Person[];
};

/** Referrals with what can be done about them; what awaits feedback first. */
export function ReferralSection({ clientId, today, nameOf, askers }: Props) {
  const query = referralsQuery(clientId);
  const { data } = useQuery(query);
  const acts = useEntryActs<Referral, object, ReferralAct>({
    listKey: query.queryKey,
    update: closeReferral,
  });
  const { asking } = acts;
  const hidden = data?.hidden?.[0];
  return (
    <section aria-labelledby="referrals-title">
      <Title order={2} mb="sm" id="referrals-title">
        {text('referrals.heading')}
      </Title>
      {data?.items.length === 0 && (
        <EmptyState title={text('referrals.empty.title')} hint={text('referrals.empty.hint')} />
      )}
      <ul className={entries['list']}>
        {data?.items.map((referral) => (
          <li key={referral.id} className={entries['item']}>
            <ReferralHead referral={referral} today={today} />
            {referral.reason !== null && <p>{referral.reason}</p>}
            <p className={entries['quiet']}>{writtenWords(referral, nameOf)}</p>
            {referralLines(referral, nameOf, today).map((line) => (
              <p key={line}>{line}</p>
            ))}
            {referral.feedback.map((told) => (
              <p key={told.at}>{feedbackWords(told)}</p>
            ))}
            {referral.closeReason !== null && <p>{text('referrals.closed', { reason: referral.closeReason })}</p>}
            <ReferralActs referral={referral} onAct={(act) => acts.ask(referral, act)} />
          </li>
        ))}
      </ul>
      {hidden !== undefined && <HiddenNote code={hidden.code} what={text('referrals.hidden')} />}
      {asking?.act === 'CHANGE' && (
        <ReferralForm
          clientId={clientId}
          referral={asking.entry}
          dueOn={asking.entry.dueOn}
          referrers={[]}
          onDone={() => acts.done(text('referrals.form.changed'))}
          onClose={acts.close}
        />
      )}
      {asking !== undefined && asking.act !== 'CHANGE' && (
        <ReferralStepDialog
          referral={asking.entry}
          act={asking.act}
          today={today}
          askers={askers}
          onDone={acts.done}
          onClose={acts.close}
        />
      )}
    </section>
  );
}

function ReferralHead({ referral, today }: { referral: Referral; today: string }) {
  const { state } = referral;
  return (
    <div className={entries['head']}>
      {referralHead(referral)} {state !== null && <Badge variant="outline">{text(`referrals.state.${state}`)}</Badge>}{' '}
      {isSilent(referral, today) && <Badge variant="outline">{text('caseload.due.REFERRAL_SILENT')}</Badge>}
    </div>
  );
}

function ReferralActs({ referral, onAct }: { referral: Referral; onAct: (act: ReferralAct) => void }) {
  const acts = actsOf(referral);
  if (acts.length === 0) return null;
  const of = text('referrals.of', { type: referralHead(referral), day: formatDutchDay(referral.on) });
  return (
    <div className={entries['acts']}>
      {acts.map((act) => (
        <Button
          key={act}
          size="compact-sm"
          variant="default"
          aria-label={`${text(`referrals.act.${act}`)}: ${of}`}
          onClick={() => onAct(act)}
        >
          {text(`referrals.act.${act}`)}
        </Button>
      ))}
    </div>
  );
}
