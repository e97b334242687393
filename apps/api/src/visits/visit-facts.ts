import { Injectable } from '@nestjs/common';
import { compareAnswers, type FormOfRecord, type FormWithPacks, questionsOf, validForms } from '@samenoud/domain';
import { Actions } from '../actions/actions.service.ts';
import { CarePlans } from '../care-plans/care-plans.service.ts';
import { Clients } from '../clients/clients.service.ts';
import { ContactPersons } from '../clients/contact-persons.service.ts';
import { Contacts } from '../contacts/contacts.service.ts';
import { Instruments } from '../instruments/instruments.service.ts';
import { DomainError } from '../platform/http/problem.ts';
import { Responses } from '../questionnaires/responses.service.ts';
import { Signals } from '../signals/signals.service.ts';

type ViewOf<Service, Method extends keyof Service> = Service[Method] extends (...given: never) => Promise<infer View>
  ? View
  : never;

export type ClientView = ViewOf<Clients, 'get'>;
type ContactPersonView = ViewOf<ContactPersons, 'listOf'>['items'][number];
type CarePlanView = ViewOf<CarePlans, 'get'>;
export type GoalView = NonNullable<CarePlanView['problems']>[number]['goals'][number];
export type ActionView = ViewOf<Actions, 'ofClient'>['items'][number];
type SignalView = ViewOf<Signals, 'ofClient'>['items'][number];
type ContactView = ViewOf<Contacts, 'ofClient'>['items'][number];
type Form = ViewOf<Responses, 'listOf'>['items'][number] & FormOfRecord;

/** What is new in the answers: null where the reader may not see them. */
export interface FormFacts {
  readonly changes: NonNullable<ReturnType<typeof compareAnswers>>;
  readonly blank: ReturnType<typeof questionsOf>;
  readonly hasForm: boolean;
}

/** What a person reads before a visit, as far as she may; null is a part that she may not see. */
export interface VisitFacts {
  readonly client: ClientView;
  readonly firstContact: ContactPersonView | null;
  readonly plan: CarePlanView | 'NONE' | null;
  readonly form: FormFacts | null;
  readonly actions: readonly ActionView[] | null;
  readonly signals: readonly SignalView[] | null;
  readonly last: ContactView | 'NONE' | null;
  /** Whether some rows of a part were left out. */
  readonly isPartHidden: boolean;
}

const ALL = { limit: 200 } as const;
const REFUSALS: readonly string[] = ['ROLE', 'NO_BASIS', 'RESTRICTED'];

/** Gathers one page about a client from the slices that keep it, each of which decides what this person may see and logs it. */
@Injectable()
export class VisitFactsOf {
  constructor(
    private readonly clients: Clients,
    private readonly people: ContactPersons,
    private readonly plans: CarePlans,
    private readonly actions: Actions,
    private readonly signals: Signals,
    private readonly contacts: Contacts,
    private readonly responses: Responses,
    private readonly instruments: Instruments,
  ) {}

  /** Throws NOT_FOUND without a relation. */
  async gather(clientId: string): Promise<VisitFacts> {
    const client = await this.clients.get(clientId);
    const people = await orHidden(this.people.listOf(clientId, ALL));
    const plan = await orHidden(this.openPlan(clientId));
    const actions = await orHidden(this.actions.ofClient(clientId, { ...ALL, state: 'OPEN' }));
    const signals = await orHidden(this.signals.ofClient(clientId, ALL));
    const contacts = await orHidden(this.contacts.ofClient(clientId, ALL));
    return {
      client,
      firstContact: people?.items.find(({ isFirstContact }) => isFirstContact) ?? null,
      plan,
      form: await orHidden(this.form(clientId)),
      actions: actions?.items ?? null,
      signals: signals?.items.filter(({ state }) => state !== 'CLOSED') ?? null,
      last: contacts === null ? null : (contacts.items.find(({ struck }) => struck === null) ?? 'NONE'),
      isPartHidden: [plan === 'NONE' ? null : plan, actions, signals, contacts].some(
        (part) => part?.hidden !== undefined,
      ),
    };
  }

  private async openPlan(clientId: string): Promise<CarePlanView | 'NONE'> {
    const { items } = await this.plans.listOf(clientId, ALL);
    const open = items.find(({ state }) => state !== 'CLOSED');
    return open === undefined ? 'NONE' : this.plans.get(open.id);
  }

  private async form(clientId: string): Promise<FormFacts | null> {
    const { items, hidden } = await this.responses.listOf(clientId, ALL);
    const forms = (items as Form[]).filter(({ status }) => status === 'COMPLETED');
    const isHidden =
      hidden !== undefined || forms.some((form) => form.hidden?.some(({ pointer }) => pointer === '/assessment'));
    const packs = new Map<Form, FormWithPacks['packs']>();
    for (const form of forms) packs.set(form, await this.instruments.packs(form.instruments));
    const packsOf = (form: Form): FormWithPacks['packs'] => packs.get(form) as FormWithPacks['packs'];
    const [newest, previous] = validForms(forms, packsOf);
    if (newest === undefined) return isHidden ? null : { changes: [], blank: [], hasForm: false };
    const compared =
      previous &&
      compareAnswers({ response: newest, packs: packsOf(newest) }, { response: previous, packs: packsOf(previous) });
    const { gfi, imesa } = newest.assessment.instruments;
    const missing = new Set([...gfi.missing, ...imesa.missing]);
    return {
      changes: (compared ?? []).filter(({ isChanged }) => isChanged),
      blank: questionsOf(packsOf(newest)).filter(({ item }) => missing.has(item.id)),
      hasForm: true,
    };
  }
}

/** Null where this person may not see it. */
async function orHidden<Part>(part: Promise<Part>): Promise<Part | null> {
  try {
    return await part;
  } catch (error) {
    if (error instanceof DomainError && REFUSALS.includes(error.code)) return null;
    throw error;
  }
}
