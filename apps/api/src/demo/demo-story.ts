import { addDays, type Answers, type Day, type Profile } from '@samenoud/domain';
import type { NewMember } from '../organisations/practice-setup.service.ts';
import type { Deed, NewForm, PlannedAct, Remark } from './demo-acts.ts';
import type { MadeUpClient } from './demo-client.ts';
import { lastWorkday, momentOn, roundStarts, workday } from './demo-days.ts';
import type { DemoStaff } from './demo-staff.ts';
import type { Sharing } from './demo-sharing.ts';
import { AMENDMENT_REASONS, HELPERS, OTHER_FORM_SOURCE, REMARKS, URGENT_REMARK } from './demo-words.ts';
import type { MadeUpYear } from './demo-years.ts';
import { Random } from './random.ts';

const LONGEST_SECOND_ENTRY_DAYS = 14;

/** What there is to tell about one client. */
export interface Material {
  readonly made: MadeUpClient;
  readonly years: readonly MadeUpYear[];
  readonly sharing: Sharing | undefined;
  /** Answers typed so far of a form that is still being entered. */
  readonly inProgress: NewForm | undefined;
  /** Who works with this client. */
  readonly staff: DemoStaff;
  readonly day: Day;
  readonly key: string;
}

/** Everything that happened to one client in three years, oldest first. */
export function tellStory(material: Material): PlannedAct[] {
  return new Story(material).tell();
}

class Story {
  private readonly acts: PlannedAct[] = [];
  private readonly random: Random;
  private profile: Profile | undefined;
  private shared = false;

  constructor(private readonly material: Material) {
    this.random = new Random(`${material.key}|story`);
  }

  tell(): PlannedAct[] {
    const { made, years, staff, day, inProgress } = this.material;
    const registeredOn = workday(addDays(roundStarts(day)[0] ?? day, -this.random.int(1, 20)), day);
    this.add(staff.assistant, registeredOn, 7, { kind: 'REGISTER', client: made.client, contacts: made.contacts });
    for (const year of years) this.tellYear(year);
    if (this.material.sharing?.withdrawn) this.withdraw();
    if (made.later)
      this.add(staff.assistant, workday(addDays(made.later.on, 3), day), 15, {
        kind: 'CHANGE_STATUS',
        later: made.later,
      });
    if (inProgress)
      this.add(staff.assistant, lastWorkday(day), 14, { kind: 'ENTER_FORM', form: inProgress, remark: undefined });
    return this.acts;
  }

  /** Never before what was told last. */
  private add(by: NewMember, on: Day, hour: number, deed: Deed): void {
    const at = momentOn(on, hour, this.random.int(0, 59));
    const last = this.acts.at(-1)?.at ?? at;
    this.acts.push({ ...deed, at: at < last ? last : at, by: by.id });
  }

  private tellYear(year: MadeUpYear): void {
    const { staff, day } = this.material;
    const { form, enteredOn, assignment } = year;
    const visits = this.profile === 'COMPLEX' && this.random.chance(0.35);
    const typist = visits ? staff.nurse : this.random.chance(0.15) ? staff.coordinator : staff.assistant;
    this.add(typist, enteredOn, 9, { kind: 'ENTER_FORM', form: this.formOf(year, visits), remark: this.remark(year) });
    this.enterAgain(year, typist, enteredOn);
    if (form.amendment) {
      const { code, answers } = form.amendment;
      const amendment = { answers, reasonCode: code, reason: AMENDMENT_REASONS[code] };
      const on = workday(addDays(enteredOn, this.random.int(2, 6)), day);
      this.add(staff.assistant, on, 10, { kind: 'AMEND_FORM', amendment });
      this.enterAgain(year, staff.assistant, on, answers);
    }
    if (!assignment) return;
    const { on, ...decided } = assignment;
    this.add(staff.gp, on, 11, { kind: 'ASSIGN', assignment: decided });
    if (assignment.profile !== this.profile)
      this.changeTeam(assignment.profile, workday(addDays(on, this.random.int(0, 4)), day));
    this.profile = assignment.profile;
  }

  /** Forms near a cut-off are typed a second time, by somebody else; those of the last days still wait for it. */
  private enterAgain({ form }: MadeUpYear, typist: NewMember, enteredOn: Day, amended: Answers = {}): void {
    const { staff, day } = this.material;
    if (form.totals || addDays(enteredOn, LONGEST_SECOND_ENTRY_DAYS) >= lastWorkday(day)) return;
    const by = typist === staff.coordinator ? staff.assistant : staff.coordinator;
    this.add(by, workday(addDays(enteredOn, 1), day), 8, {
      kind: 'ENTER_AGAIN',
      answers: { ...form.answers, ...amended },
    });
  }

  private formOf({ form, completedOn }: MadeUpYear, visits: boolean): NewForm {
    const completedBy = this.random.weighted([
      ['SELF', 60],
      ['WITH_HELP', 30],
      ['PROXY', 10],
    ]);
    const head = {
      completedOn,
      completedBy,
      ...(completedBy === 'SELF' ? {} : { completedWithHelpOf: this.random.pick(HELPERS) }),
    };
    if (form.totals) {
      const source = this.random.weighted([
        ['DALEZ', 4],
        ['BAK', 3],
        ['PAPER_ELSEWHERE', 2],
        ['OTHER', 1],
      ]);
      const sourceText = source === 'OTHER' ? { sourceText: OTHER_FORM_SOURCE } : {};
      return { ...head, entryMode: 'SCORE_ONLY', source, ...sourceText, totals: form.totals };
    }
    const channel = visits
      ? 'INTERVIEW'
      : this.random.weighted([
          ['PAPER', 88],
          ['INTERVIEW', 6],
          ['PHONE', 6],
        ]);
    return {
      ...head,
      status: 'COMPLETED',
      channel,
      answers: { ...form.answers },
      missingPages: [...form.missingPages],
    };
  }

  private remark({ form, enteredOn }: MadeUpYear): Remark | undefined {
    if (form.totals || !this.random.chance(0.12)) return undefined;
    if (!this.random.chance(0.04)) return { remark: this.random.pick(REMARKS) };
    return {
      remark: URGENT_REMARK,
      urgentCallTo: this.material.staff.gp.displayName,
      urgentCallAt: momentOn(enteredOn, 9, 59),
    };
  }

  /** A case manager for who needs one, with consent first; back to ROBUST ends it. */
  private changeTeam(profile: Profile, on: Day): void {
    const { staff, sharing } = this.material;
    if (profile === 'ROBUST') {
      if (this.profile !== undefined) this.formTeam(on, null, []);
      return;
    }
    if (sharing && !this.shared) this.share(sharing, on);
    if (profile === 'FRAIL') return this.formTeam(on, this.shared ? staff.adviser : this.coordinatorOrNobody(), []);
    if (this.random.chance(0.4)) this.consent(staff.nurseOrgId, [5], on);
    this.formTeam(on, staff.nurse, [staff.physician, ...(this.shared ? [staff.adviser] : [])]);
  }

  private share(sharing: Sharing, on: Day): void {
    this.consent(this.material.staff.adviserOrgId, sharing.categories, on);
    this.shared = true;
  }

  private consent(toOrgId: string, categories: Sharing['categories'], on: Day): void {
    this.add(this.material.staff.coordinator, on, 12, { kind: 'GIVE_CONSENT', toOrgId, categories, on });
  }

  private withdraw(): void {
    const { staff, day } = this.material;
    const lastDay = this.acts.at(-1)?.at.slice(0, 10) ?? day;
    const on = workday(addDays(lastDay, this.random.int(0, 60)), day);
    this.add(staff.coordinator, on, 14, { kind: 'WITHDRAW_CONSENT', toOrgId: staff.adviserOrgId });
    this.shared = false;
    this.formTeam(on, this.coordinatorOrNobody(), [], 15);
  }

  private coordinatorOrNobody(): NewMember | null {
    return this.random.chance(0.5) ? this.material.staff.coordinator : null;
  }

  private formTeam(on: Day, caseManager: NewMember | null, members: readonly NewMember[], hour = 13): void {
    this.add(this.material.staff.coordinator, on, hour, {
      kind: 'FORM_TEAM',
      caseManagerId: caseManager?.id ?? null,
      memberIds: members.map(({ id }) => id),
    });
  }
}
