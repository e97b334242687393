import { Button } from '@mantine/core';
import { formatDutchDay, dayOfInstant } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type FieldChange, planChanges } from './plan-form.ts';
import { planVersionsQuery, type PlanVersion } from './treatment-plan-queries.ts';
import paper from '../ui/Document.module.css';

type Props = { clientId: string; nameOf: (userId: string) => string };

/** Who changed what and when: each version with what became different in it. */
export function PlanVersions({ clientId, nameOf }: Props) {
  const [isOpen, setOpen] = useState(false);
  const { data } = useQuery({ ...planVersionsQuery(clientId), enabled: isOpen });
  return (
    <div className={paper['more']}>
      <Button variant="subtle" size="compact-md" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {text(isOpen ? 'treatmentPlans.versions.hide' : 'treatmentPlans.versions.show')}
      </Button>
      {isOpen && data !== undefined && <VersionTable versions={data.items} nameOf={nameOf} />}
    </div>
  );
}

function VersionTable({ versions, nameOf }: { versions: readonly PlanVersion[]; nameOf: Props['nameOf'] }) {
  return (
    <table className={paper['table']}>
      <caption className="visually-hidden">{text('treatmentPlans.versions.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{text('treatmentPlans.versions.when')}</th>
          <th scope="col">{text('treatmentPlans.versions.who')}</th>
          <th scope="col">{text('treatmentPlans.versions.what')}</th>
        </tr>
      </thead>
      <tbody>
        {versions.map((version) => {
          const before = versions.find(
            (one) => one.subjectId === version.subjectId && one.version === version.version - 1,
          );
          const changes = planChanges(before?.content ?? {}, version.content);
          return (
            <tr key={version.id}>
              <th scope="row">
                {`${formatDutchDay(dayOfInstant(Date.parse(version.changedAt)))}\n${text('treatmentPlans.versions.version', { n: version.version })}`}
              </th>
              <td data-head={text('treatmentPlans.versions.who')}>{nameOf(version.changedBy)}</td>
              <td data-head={text('treatmentPlans.versions.what')}>
                {before === undefined ? `${text('treatmentPlans.versions.first')}\n` : ''}
                {changes.map(changeWords).join('\n') || text('treatmentPlans.versions.same')}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function changeWords({ field, before, after }: FieldChange): string {
  const named = { field: text(`treatmentPlans.field.${field}`), before, after };
  if (before === '') return text('treatmentPlans.versions.added', named);
  return text(after === '' ? 'treatmentPlans.versions.gone' : 'treatmentPlans.versions.was', named);
}
