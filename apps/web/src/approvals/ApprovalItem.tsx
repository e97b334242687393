import { Button } from '@mantine/core';
import { dayOfInstant, formatDutchDay } from '@samenoud/domain';
import { findText, plural, text } from '@samenoud/texts';
import { Link } from 'react-router';
import type { Approval, Verdict } from './approval-queries.ts';
import { approvalName, hrefOf, kindWords } from './approval-words.ts';
import { ListFacts } from './ListFacts.tsx';
import classes from './approvals.module.css';

const dutch = (instant: string): string => formatDutchDay(dayOfInstant(instant));

function Facts({ approval }: { approval: Approval }) {
  const { about, subject, clients, clientCount, reason, note } = approval;
  const role = typeof subject['role'] === 'string' ? findText(`common.role.${subject['role']}`) : undefined;
  const unseen = clientCount - clients.length;
  return (
    <dl className={classes['facts']}>
      {about !== null && (
        <>
          <dt>{text('approvals.about')}</dt>
          <dd>{about}</dd>
        </>
      )}
      {role !== undefined && (
        <>
          <dt>{text('approvals.role')}</dt>
          <dd>{role}</dd>
        </>
      )}
      {clientCount > 0 && (
        <>
          <dt>{text('approvals.clients')}</dt>
          <dd>
            {clients.map(({ id, name, birthDate }) => (
              <div key={id}>
                <Link to={`/clients/${id}`}>{name}</Link> {formatDutchDay(birthDate)}
              </div>
            ))}
            {unseen > 0 && plural('approvals.hiddenClients', unseen)}
          </dd>
        </>
      )}
      <ListFacts subject={subject} />
      {reason !== null && (
        <>
          <dt>{text('approvals.reason')}</dt>
          <dd>{reason}</dd>
        </>
      )}
      {note !== null && (
        <>
          <dt>{text('approvals.note')}</dt>
          <dd>{note}</dd>
        </>
      )}
    </dl>
  );
}

type Props = {
  approval: Approval;
  onDecide: (approval: Approval, verdict: Verdict) => void;
  onWithdraw: (approval: Approval) => void;
};

/** One act for two people: what, who asked, about whom, and what this person can do with it. */
export function ApprovalItem({ approval, onDecide, onWithdraw }: Props) {
  const { kind, state, askedBy, askedAt, expiresAt, decidedBy, decidedAt, mayDecide, mayWithdraw } = approval;
  const { title, hint } = kindWords(kind);
  const what = approvalName(approval);
  const href = hrefOf(approval);
  return (
    <li>
      <strong>{title}</strong>
      <p className={classes['quiet']}>
        {text('approvals.askedBy', { name: askedBy.displayName, day: dutch(askedAt) })}
        {state === 'OPEN' && ` · ${text('approvals.until', { day: dutch(expiresAt) })}`}
        {state === 'EXPIRED' && ` · ${text('approvals.state.EXPIRED')}`}
        {decidedBy !== null &&
          decidedAt !== null &&
          ` · ${text('approvals.decidedBy', { state: text(`approvals.state.${state}`), name: decidedBy.displayName, day: dutch(decidedAt) })}`}
      </p>
      <Facts approval={approval} />
      {mayDecide && <p className={classes['quiet']}>{hint}</p>}
      <div className={classes['actions']}>
        {href !== undefined && <Link to={href}>{text('approvals.see')}</Link>}
        {mayDecide && (
          <>
            <Button
              size="sm"
              aria-label={text('approvals.approveOf', { what })}
              onClick={() => onDecide(approval, 'APPROVE')}
            >
              {text('approvals.approve')}
            </Button>
            <Button
              size="sm"
              variant="default"
              aria-label={text('approvals.refuseOf', { what })}
              onClick={() => onDecide(approval, 'REFUSE')}
            >
              {text('approvals.refuse')}
            </Button>
          </>
        )}
        {mayWithdraw && (
          <Button
            size="sm"
            variant="default"
            aria-label={text('approvals.withdrawOf', { what })}
            onClick={() => onWithdraw(approval)}
          >
            {text('approvals.withdraw')}
          </Button>
        )}
      </div>
    </li>
  );
}
