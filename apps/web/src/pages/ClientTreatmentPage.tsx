import { dayOfInstant } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { contactPersonsQuery } from '../clients/client-queries.ts';
import { PhoneLink } from '../clients/PhoneLink.tsx';
import { useSession } from '../platform/session/session-queries.ts';
import { DirectivesSection } from '../treatment-plans/DirectivesSection.tsx';
import { PlanSection } from '../treatment-plans/PlanSection.tsx';
import { TalksSection } from '../treatment-plans/TalksSection.tsx';
import paper from '../ui/Document.module.css';
import { useClientId } from './use-client-id.ts';
import { useColleagues } from './use-colleagues.ts';
import { useMay } from './use-may.ts';

/** Who voids what somebody else wrote: GP and practice nurse; her own, everybody who may write. */
const VOIDERS: readonly string[] = ['GP', 'PRACTICE_NURSE'];

/** What was agreed about treatment, the medical plan, and talks about later: each part for who may see it. */
export function ClientTreatmentPage() {
  const clientId = useClientId();
  const may = useMay(clientId);
  const { id: userId, role } = useSession().user;
  const colleagues = useColleagues();
  const [today] = useState(() => dayOfInstant(Date.now()));
  const nameOf = (id: string): string => colleagues.get(id)?.displayName ?? '';
  const mayVoid = ({ madeBy }: { madeBy: string }): boolean => VOIDERS.includes(role) || madeBy === userId;
  return (
    <div className={paper['panel']}>
      {may('DIRECTIVES', 'READ') && (
        <DirectivesSection
          clientId={clientId}
          today={today}
          mayWrite={may('DIRECTIVES', 'UPDATE')}
          mayVoid={(directive) => may('DIRECTIVES', 'VOID') && mayVoid(directive)}
        />
      )}
      {may('TREATMENT_PLAN', 'READ') && (
        <PlanSection
          clientId={clientId}
          today={today}
          mayWrite={may('TREATMENT_PLAN', 'UPDATE')}
          person={(id) => colleagues.get(id)}
        />
      )}
      {may('CARE_PLAN', 'READ') && (
        <TalksSection
          clientId={clientId}
          today={today}
          mayWrite={may('CARE_PLAN', 'UPDATE')}
          mayVoid={(talk) => may('CARE_PLAN', 'VOID') && mayVoid(talk)}
          nameOf={nameOf}
          representatives={<Representatives clientId={clientId} />}
        />
      )}
    </div>
  );
}

/** Who may decide for the client, with the way to where they are kept. */
function Representatives({ clientId }: { clientId: string }) {
  const { data = [] } = useQuery(contactPersonsQuery(clientId));
  const people = data.filter(({ representativeKind }) => representativeKind !== null);
  return (
    <p>
      <strong>{text('carePlanning.representative')}</strong>{' '}
      {people.length === 0 && text('carePlanning.noRepresentative')}
      {people.map(({ id, name, representativeKind, phone }) => (
        <span key={id}>
          {name}
          {representativeKind !== null && ` (${text(`clients.contacts.kind.${representativeKind}`)})`}{' '}
          {phone !== null && <PhoneLink phone={phone} who={name} />}{' '}
        </span>
      ))}{' '}
      <Link to={`/clients/${clientId}`}>{text('carePlanning.toPeople')}</Link>
    </p>
  );
}
