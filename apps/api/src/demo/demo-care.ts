import type { INestApplicationContext } from '@nestjs/common';
import { addDays, type Day, freshSteps } from '@samenoud/domain';
import { Networks } from '../networks/networks.service.ts';
import { withIds } from '../platform/http/uuid.ts';
import { query } from '../platform/request/request-context.ts';
import type { Act } from '../platform/request/transaction.ts';
import { SurroundingsPlans } from '../surroundings-plans/surroundings-plans.service.ts';
import { CarePlanningTalks } from '../treatment-plans/care-planning-talks.service.ts';
import { Directives } from '../treatment-plans/directives.service.ts';
import { TreatmentPlans } from '../treatment-plans/treatment-plans.service.ts';
import { idsOf } from './demo-ids.ts';
import type { DemoPractice } from './demo-people.ts';
import { signedIn } from './demo-staff.ts';

/** Clients with a complex profile whom somebody looks after. */
const CLIENTS = `SELECT c.id FROM care.client c JOIN care.client_profile p ON p.practice_id = c.practice_id AND p.client_id = c.id
  WHERE c.practice_id = ctx.practice_id() AND p.assigned_profile = 'COMPLEX' AND c.case_manager_id IS NOT NULL
    AND c.status = 'ACTIVE' AND NOT c.restricted
  ORDER BY c.sort_name, c.id LIMIT 3`;
const NEW = '"0"';

/** A GP planned the treatment of a few clients, talked about later with them, and their network and surroundings are known. */
export function careActs(app: INestApplicationContext, { practice }: DemoPractice, day: Day): Act[] {
  const members = practice.organisations.flatMap((organisation) => organisation.members);
  const gp = members.find(({ role }) => role === 'GP')?.id;
  if (gp === undefined) return [];
  const at = `${addDays(day, -1)}T15:00:00Z`;
  const origin = { requestId: `demo-${practice.shortName}-care`, address: 'console', now: at };
  const ids = idsOf(`${day}|${practice.shortName}|care`, at);
  return [{ user: signedIn(practice, gp), origin, work: () => withIds(ids, () => new DemoCare(app, day).make()) }];
}

class DemoCare {
  private readonly on: Day;

  constructor(
    private readonly app: INestApplicationContext,
    private readonly day: Day,
  ) {
    this.on = addDays(day, -20);
  }

  async make(): Promise<void> {
    const clients = await query<{ id: string }>(CLIENTS);
    for (const { id } of clients) await this.makeFor(id);
  }

  private async makeFor(clientId: string): Promise<void> {
    await this.plan(clientId);
    await this.directives(clientId);
    const talks = this.app.get(CarePlanningTalks, { strict: false });
    await talks.add(clientId, {
      heldOn: this.on,
      participants: 'Cliënt, dochter en huisarts',
      themes: ['DAILY_JOY', 'MEDICAL_TREATMENT'],
      wishes: 'Zo lang het kan thuis, met de tuin. Niet meer naar het ziekenhuis als het niet hoeft.',
    });
    await this.surroundings(clientId);
  }

  private async plan(clientId: string): Promise<void> {
    const problems = [
      { icpc: 'T90.02', text: 'Diabetes', policy: 'HbA1c tot 69 is goed genoeg; geen extra insuline.' },
      { icpc: 'K77', text: 'Hartfalen', policy: 'Wegen op maandag en donderdag. 2 kg erbij: bellen.' },
      { icpc: null, text: 'Vaak vallen', policy: 'Fysiotherapeut aan huis; slaapmiddel afbouwen.' },
    ];
    await this.app.get(TreatmentPlans, { strict: false }).put(clientId, NEW, {
      problems,
      medicationPolicy: 'Alles in de rol van de apotheek. Nieuwe middelen in overleg met de huisarts.',
      lastMedicationReviewOn: addDays(this.day, -200),
      nextMedicationReviewOn: addDays(this.day, 165),
      agreements: 'Huisarts doet de visites. Specialist ouderengeneeskunde kijkt elk half jaar mee.',
      signals: 'Dikkere enkels of benauwd: dezelfde dag bellen.',
      discussedWithClientOn: this.on,
      reviewOn: addDays(this.day, 160),
    });
  }

  /** The second is from so long ago that it is to be discussed again. */
  private async directives(clientId: string): Promise<void> {
    const directives = this.app.get(Directives, { strict: false });
    const agreed = { kind: 'TREATMENT', agreedWith: ['CLIENT', 'REPRESENTATIVE'] } as const;
    await directives.add(clientId, { ...agreed, agreedWith: ['CLIENT'], code: '89666000', decision: 2, discussedOn: this.on }); // prettier-ignore
    await directives.add(clientId, {
      ...agreed,
      agreedWith: ['CLIENT', 'REPRESENTATIVE'],
      code: '32485007',
      decision: 1,
      decisionText: 'Alleen als er iets te behandelen is, bijvoorbeeld een gebroken heup.',
      discussedOn: addDays(this.day, -400),
    });
    const datedOn = addDays(this.day, -900);
    await directives.add(clientId, { kind: 'ADVANCE', code: 'LW', datedOn, keptAt: 'Blauwe map in de keukenla' });
  }

  private async surroundings(clientId: string): Promise<void> {
    const tie = { frequency: 'WEEKLY', support: ['COMPANY'], wish: 'SAME', strain: null, comment: null };
    const ties = [
      { ...tie, name: 'Anja', relation: 'dochter', support: ['PRACTICAL', 'EMOTIONAL'], closeness: 1, strain: 'SOME' },
      { ...tie, name: 'Willem', relation: 'buurman', frequency: 'DAILY', closeness: 2 },
      { ...tie, name: 'Greetje', relation: 'zus', frequency: 'MONTHLY', closeness: 2, wish: 'MORE' },
      { ...tie, name: 'Kaartclub', relation: 'vrienden van vroeger', frequency: 'LESS', closeness: 3, wish: 'MORE' },
    ];
    const steps = freshSteps().map((one) => (one.step <= 2 ? { ...one, doneOn: this.on } : one));
    const coaching = { coach: 'Gerda', startedOn: this.on, steps, evaluation: null };
    await this.app.get(Networks, { strict: false }).put(clientId, NEW, { drawnOn: this.on, ties, coaching });
    const yes = { permission: 'YES', permissionOn: this.on } as const;
    await this.app.get(SurroundingsPlans, { strict: false }).put(clientId, NEW, {
      signs: 'Doet de gordijnen niet open\nBelt ’s nachts\nEet de maaltijd niet op',
      helps: 'Rustig erbij gaan zitten\nSamen koffie drinken',
      avoid: 'Door elkaar praten',
      calls: [
        { name: 'Anja', relation: 'dochter', phone: '0612345678', does: 'komt langs', hasKey: true, ...yes },
        { name: 'Willem', relation: 'buurman', phone: '0599123456', does: 'kijkt even', hasKey: true, ...yes },
      ],
      reviewOn: addDays(this.day, 160),
    });
  }
}
