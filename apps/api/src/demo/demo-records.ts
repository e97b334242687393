import type { ClientRestrictions } from '../client-restrictions/client-restrictions.service.ts';
import type { ClientStatements } from '../client-statements/client-statements.service.ts';
import type { Clients } from '../clients/clients.service.ts';
import type { ContactPersons } from '../clients/contact-persons.service.ts';

export type NewClient = Parameters<Clients['create']>[0];
export type NewContact = Parameters<ContactPersons['add']>[1];
export type NewMarks = NonNullable<NewClient['marks']>;
export type NewAddress = NonNullable<NewClient['address']>;
export type NewStatement = Parameters<ClientStatements['record']>[1];
export type NewRestriction = Parameters<ClientRestrictions['ask']>[1];
