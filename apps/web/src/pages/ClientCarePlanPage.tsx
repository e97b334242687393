import { dayOfInstant, formatDutchDay, grantFor } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { BeginPlan } from '../care-plans/BeginPlan.tsx';
import { carePlanQuery, carePlansQuery } from '../care-plans/care-plan-queries.ts';
import classes from '../care-plans/care-plans.module.css';
import { CarePlanPanel } from '../care-plans/CarePlanPanel.tsx';
import { EditionPanel } from '../care-plans/EditionPanel.tsx';
import { HisLines } from '../care-plans/HisLines.tsx';
import { clientQuery } from '../clients/client-queries.ts';
import { nameWithTitle } from '../clients/client-words.ts';
import { type Role, useSession } from '../platform/session/session-queries.ts';
import { DirectiveHead } from '../treatment-plans/DirectiveHead.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { useClientId } from './use-client-id.ts';
import { useColleagues } from './use-colleagues.ts';
import { useMay } from './use-may.ts';

/** The zorgleefplan within the record: the open one, or one that is named. */
export function ClientCarePlanPage() {
  const clientId = useClientId();
  const { planId } = useParams();
  const may = useMay(clientId);
  const { data: plans } = useSuspenseQuery(carePlansQuery(clientId));
  const base = `/clients/${clientId}/care-plan`;
  const shown = planId ?? plans.items.find(({ state }) => state !== 'CLOSED')?.id;
  const earlier = plans.items.filter(({ id, state }) => state === 'CLOSED' && id !== shown);
  const mayBegin = may('CARE_PLAN', 'CREATE') && plans.items.every(({ state }) => state === 'CLOSED');
  return (
    <>
      {planId !== undefined && <Link to={base}>{text('carePlans.backToPlan')}</Link>}
      {shown === undefined ? (
        <EmptyState
          title={text('carePlans.emptyTitle')}
          hint={text(mayBegin ? 'carePlans.emptyHint' : 'carePlans.emptyHintRead')}
        >
          {mayBegin && <BeginPlan clientId={clientId} isFirst={plans.items.length === 0} />}
        </EmptyState>
      ) : (
        <ShownPlan key={shown} clientId={clientId} planId={shown} base={base} />
      )}
      {may('HIS_SUMMARY', 'READ') && <HisLines clientId={clientId} />}
      {earlier.length > 0 && (
        <section>
          <h3>{text('carePlans.earlier')}</h3>
          <ul className={classes['list']}>
            {earlier.map(({ id, drawnUpOn, closedOn }) => (
              <li key={id}>
                <Link to={`${base}/${id}`}>
                  {text('carePlans.earlierPlan', {
                    from: formatDutchDay(drawnUpOn),
                    until: closedOn ? formatDutchDay(closedOn) : '',
                  })}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function ShownPlan({ clientId, planId, base }: { clientId: string; planId: string; base: string }) {
  const may = useMay(clientId);
  const { role } = useSession().user;
  const { data: plan } = useSuspenseQuery(carePlanQuery(clientId, planId));
  const { data: client } = useSuspenseQuery(clientQuery(clientId));
  const [today] = useState(() => dayOfInstant(Date.now()));
  const colleagues = useColleagues();
  return (
    <CarePlanPanel
      plan={plan}
      clientName={nameWithTitle(client)}
      base={base}
      today={today}
      mayUpdate={may('CARE_PLAN', 'UPDATE')}
      mayFinalise={may('CARE_PLAN', 'FINALISE')}
      nameOf={(userId) => colleagues.get(userId)?.displayName}
      colleagues={[...colleagues.values()]}
      flag={may('DIRECTIVES', 'READ') && mayKnowOnlyThat(role) && <DirectiveHead clientId={clientId} />}
    />
  );
}

/** Who may only know that there is one, or may unless it is shared: others read them where they stand, and each reading is logged. */
function mayKnowOnlyThat(role: Role): boolean {
  const grant = grantFor(role, 'DIRECTIVES', 'READ');
  return grant?.limit === 'EXISTENCE_ONLY' || grant?.limitWithoutBasis === 'EXISTENCE_ONLY';
}

/** An edition of a plan, as it was. */
export function ClientEditionPage() {
  const clientId = useClientId();
  const { planId = '', edition = '' } = useParams();
  const [today] = useState(() => dayOfInstant(Date.now()));
  const colleagues = useColleagues();
  return (
    <EditionPanel
      clientId={clientId}
      planId={planId}
      edition={edition}
      base={`/clients/${clientId}/care-plan`}
      today={today}
      nameOf={(userId) => colleagues.get(userId)?.displayName}
    />
  );
}
