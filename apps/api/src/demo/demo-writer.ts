import type { INestApplicationContext } from '@nestjs/common';
import { FORM_PAGES } from '@samenoud/domain';
import { CareTeams } from '../care-teams/care-teams.service.ts';
import { ClientRestrictions } from '../client-restrictions/client-restrictions.service.ts';
import { ClientStatements } from '../client-statements/client-statements.service.ts';
import { Clients } from '../clients/clients.service.ts';
import { ContactPersons } from '../clients/contact-persons.service.ts';
import { Consents } from '../consents/consents.service.ts';
import type { NewPractice } from '../organisations/practice-setup.service.ts';
import { withIds } from '../platform/http/uuid.ts';
import type { Act } from '../platform/request/transaction.ts';
import { Profiles } from '../profiles/profiles.service.ts';
import { AmendCompletedResponse } from '../questionnaires/amend-response.service.ts';
import { BeginResponse } from '../questionnaires/begin-response.service.ts';
import { Responses } from '../questionnaires/responses.service.ts';
import { CompareEntries } from '../second-entries/compare-entries.service.ts';
import { SecondEntries } from '../second-entries/second-entries.service.ts';
import type { ActKind, PlannedAct, PlannedClient } from './demo-acts.ts';
import { idsOf } from './demo-ids.ts';
import { signedIn } from './demo-staff.ts';
import { CONSENT_TEXT_VERSION, RESTRICTION_DECISION, RESTRICTION_LIFTED } from './demo-words.ts';

type Planned<Kind extends ActKind> = Extract<PlannedAct, { kind: Kind }>;

const MOST_WAITING = 200;

/** What was left open is typed as left open. */
const ALL_BLANK = Object.fromEntries(
  FORM_PAGES.flatMap(({ items }) => items.map((item) => [item, { missing: 'BLANK' }])),
);

/** What later acts on the same client refer to. */
interface Progress {
  readonly clientId: string;
  responseId: string;
  readonly consentIds: Map<string, string>;
}

/** Carries out what was planned, through the services of the product, each act by its own person at its own moment. */
export class DemoWriter {
  private readonly clients: Clients;
  private readonly contacts: ContactPersons;
  private readonly begin: BeginResponse;
  private readonly amendments: AmendCompletedResponse;
  private readonly responses: Responses;
  private readonly profiles: Profiles;
  private readonly consents: Consents;
  private readonly teams: CareTeams;
  private readonly secondEntries: SecondEntries;
  private readonly comparisons: CompareEntries;
  private readonly statements: ClientStatements;
  private readonly restrictions: ClientRestrictions;

  constructor(app: INestApplicationContext) {
    const anywhere = { strict: false } as const;
    this.clients = app.get(Clients, anywhere);
    this.contacts = app.get(ContactPersons, anywhere);
    this.begin = app.get(BeginResponse, anywhere);
    this.amendments = app.get(AmendCompletedResponse, anywhere);
    this.responses = app.get(Responses, anywhere);
    this.profiles = app.get(Profiles, anywhere);
    this.consents = app.get(Consents, anywhere);
    this.teams = app.get(CareTeams, anywhere);
    this.secondEntries = app.get(SecondEntries, anywhere);
    this.comparisons = app.get(CompareEntries, anywhere);
    this.statements = app.get(ClientStatements, anywhere);
    this.restrictions = app.get(ClientRestrictions, anywhere);
  }

  actsOf(practice: NewPractice, { key, id, acts }: PlannedClient): Act[] {
    const progress: Progress = { clientId: id, responseId: '', consentIds: new Map() };
    return acts.map((act, turn) => ({
      user: signedIn(practice, act.by),
      origin: { requestId: `demo-${id}-${turn}`, address: 'console', now: act.at },
      work: () => withIds(idsOf(`${key}|${turn}`, act.at), () => this.carryOut(act, progress)),
    }));
  }

  private carryOut(act: PlannedAct, progress: Progress): Promise<unknown> {
    const { clientId } = progress;
    switch (act.kind) {
      case 'REGISTER':
        return this.register(act);
      case 'ENTER_FORM':
        return this.enterForm(act, progress);
      case 'ENTER_AGAIN':
        return this.enterAgain(act, progress);
      case 'AMEND_FORM':
        return this.amend(act, progress);
      case 'ASSIGN':
        return this.profiles.assign(clientId, act.assignment);
      case 'GIVE_CONSENT':
        return this.giveConsent(act, progress);
      case 'WITHDRAW_CONSENT':
        return this.consents.withdraw(clientId, progress.consentIds.get(act.toOrgId) ?? '');
      case 'FORM_TEAM':
        return this.teams.formTeam(clientId, act);
      case 'CHANGE_STATUS':
        return this.changeStatus(act, clientId);
      case 'STATE':
        return this.statements.record(clientId, act.statement);
      case 'RESTRICT_FOR_A_WHILE':
        return this.restrictForAWhile(act, clientId);
    }
  }

  private async register({ client, contacts }: Planned<'REGISTER'>): Promise<void> {
    const { id } = await this.clients.create(client);
    for (const contact of contacts) await this.contacts.add(id, contact);
  }

  private async enterForm({ form, remark }: Planned<'ENTER_FORM'>, progress: Progress): Promise<void> {
    const { id, version } = await this.begin.begin(progress.clientId, form);
    progress.responseId = id;
    if (remark) await this.responses.setRemark(id, `"${version}"`, remark);
  }

  private async amend({ amendment }: Planned<'AMEND_FORM'>, progress: Progress): Promise<void> {
    const { id } = await this.amendments.amend(progress.responseId, amendment);
    progress.responseId = id;
  }

  /** Only where the form waits for a second entry: the product decides that. */
  private async enterAgain({ answers }: Planned<'ENTER_AGAIN'>, { responseId }: Progress): Promise<void> {
    const { items } = await this.secondEntries.list({ limit: MOST_WAITING });
    const waiting = items.find((item) => item.responseId === responseId);
    if (!waiting) return;
    const typed = await this.secondEntries.update(waiting.id, `"${waiting.version}"`, {
      answers: { ...ALL_BLANK, ...answers },
    });
    await this.comparisons.compare(waiting.id, `"${typed.version}"`);
  }

  private async giveConsent({ toOrgId, categories, on }: Planned<'GIVE_CONSENT'>, progress: Progress): Promise<void> {
    const given = { kind: 'GRANT', givenBy: 'CLIENT', how: 'ORAL', textVersion: CONSENT_TEXT_VERSION } as const;
    const id = await this.consents.register(progress.clientId, {
      ...given,
      fromOrgId: null,
      toOrgId,
      categories,
      givenOn: on,
    });
    progress.consentIds.set(toOrgId, id);
  }

  private async restrictForAWhile({ wish }: Planned<'RESTRICT_FOR_A_WHILE'>, clientId: string): Promise<void> {
    const { id } = await this.restrictions.ask(clientId, wish);
    await this.restrictions.decide(id, { decision: 'RESTRICT', reason: RESTRICTION_DECISION });
    await this.restrictions.lift(id, { reason: RESTRICTION_LIFTED });
  }

  private async changeStatus({ later }: Planned<'CHANGE_STATUS'>, clientId: string): Promise<void> {
    const { version } = await this.clients.get(clientId);
    await this.clients.update(clientId, `"${version}"`, { status: later.status, statusOn: later.on });
  }
}
