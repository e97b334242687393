import { formatDutchDay, listName } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { momentOf } from '../ui/clock.ts';
import type { EmergencyClient, EmergencyReview } from './emergency-queries.ts';

export const clientText = ({ name, birthDate }: EmergencyClient): string =>
  text('breakGlass.find.named', { name: listName(name), day: formatDutchDay(birthDate) });

/** The client by name where the reviewer may see it, else enough of the number to tell clients apart. */
export const reviewedClient = ({ clientName, birthDate, clientId }: EmergencyReview): string =>
  clientName !== null && birthDate !== null
    ? text('breakGlass.find.named', { name: clientName, day: formatDutchDay(birthDate) })
    : text('breakGlass.review.client', { end: clientId.slice(-6) });

export const reviewedPerson = ({ person: { displayName: name, role, organisation } }: EmergencyReview): string =>
  text('breakGlass.review.who', { name, role: text(`common.role.${role}`), organisation });

export const reviewedTime = ({ begunAt, endsAt, endedAt }: EmergencyReview): string =>
  text('breakGlass.review.when', { from: momentOf(begunAt), until: momentOf(endedAt ?? endsAt) });
