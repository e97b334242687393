import type { Bundle, BundleEntry, FhirResource } from 'fhir/r4.js';
import type { ExportedRecord } from '../exported-record.ts';
import { actionTasks } from './action-tasks.ts';
import { auditEvents } from './audit-events.ts';
import { carePlans } from './care-plans.ts';
import { careTeams } from './care-team.ts';
import { communications, flags } from './communications.ts';
import { encounters, observedSignals } from './contacts.ts';
import { conditions, treatmentPlans } from './treatment-plans.ts';
import { consents } from './consents.ts';
import { serviceRequests } from './referrals.ts';
import { directives } from './directives.ts';
import { derivedId } from './ids.ts';
import { organisations, practitioners } from './network.ts';
import { networkObservations } from './network-observations.ts';
import { patients, relatedPersons } from './people.ts';
import { provenances } from './provenances.ts';
import { questionnaireResponses, questionnaires } from './questionnaires.ts';
import { riskAssessments } from './risk-assessments.ts';
import { surroundingsPlans } from './surroundings-plans.ts';

/**
 * A record as one Bundle (collection) of FHIR R4, in an order that depends on nothing but what is in it. Throws nothing: what
 * has no place in FHIR is in the JSON export. Source: `domain.md` 13.4; docs/client-export.md names what is left out.
 */
export function bundleOf(record: ExportedRecord): Bundle {
  const resources: FhirResource[] = [
    ...patients(record),
    ...relatedPersons(record),
    ...organisations(record),
    ...practitioners(record),
    ...careTeams(record),
    ...questionnaires(record),
    ...questionnaireResponses(record),
    ...riskAssessments(record),
    ...carePlans(record),
    ...conditions(record),
    ...treatmentPlans(record),
    ...surroundingsPlans(record),
    ...networkObservations(record),
    ...consents(record),
    ...directives(record),
    ...communications(record),
    ...flags(record),
    ...encounters(record),
    ...observedSignals(record),
    ...serviceRequests(record),
    ...actionTasks(record),
    ...provenances(record),
    ...auditEvents(record),
  ];
  return {
    resourceType: 'Bundle',
    id: derivedId('bundle', record.clientId, record.madeAt),
    type: 'collection',
    timestamp: record.madeAt,
    entry: resources.map(entryOf),
  };
}

function entryOf(resource: FhirResource): BundleEntry {
  return { fullUrl: `urn:uuid:${resource.id ?? ''}`, resource };
}
