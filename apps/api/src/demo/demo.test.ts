import { describe, expect, it } from '@jest/globals';
import {
  addDays, ageOn, assess, isBsn, isDay, normalisePhone, normalisePostcode, type Profile, SHIPPED_PACKS, weekdayOf,
} from '@samenoud/domain'; // prettier-ignore
import { makeClients } from './demo-client.ts';
import { lastWorkday, roundStarts } from './demo-days.ts';
import { proposalOf } from './demo-forms.ts';
import { idsOf } from './demo-ids.ts';
import { demoPractices } from './demo-people.ts';
import { planPractice } from './demo-plan.ts';
import { currentProfile, makeSharing } from './demo-sharing.ts';
import { isInvited, makeYears, type MadeUpYear } from './demo-years.ts';
import { Random } from './random.ts';

const DAYS = ['2026-11-21', '2027-03-01', '2028-02-29'] as const;
const PRACTICES = ['noord', 'zuid'] as const;
const CASES = DAYS.flatMap((day) => PRACTICES.map((name) => [name, day] as const));

function demoOf(name: string, day: string) {
  const found = demoPractices(day, null).find(({ practice }) => practice.shortName === name);
  if (!found) throw new Error(`no practice ${name}`);
  return found;
}

function materialOf(name: string, day: string) {
  const clients = makeClients(demoOf(name, day), day, new Random(`${day}|${name}`));
  const years = makeYears(clients, day, `${day}|${name}`);
  return { clients, years, all: years.flat(), sharing: makeSharing(years, `${day}|${name}`) };
}

const share = (part: number, whole: number): number => part / whole;

describe('the network', () => {
  it('has noord and zuid with all roles in four organisations, and leeg with staff only', () => {
    const practices = demoPractices('2026-11-21', null);
    expect(practices.map(({ practice, clients }) => [practice.shortName, clients])).toEqual([
      ['noord', 190],
      ['zuid', 210],
      ['leeg', 0],
    ]);
    for (const { practice } of practices) {
      expect(new Set(practice.organisations.map(({ kind }) => kind)).size).toBe(4);
      const members = practice.organisations.flatMap((organisation) => organisation.members);
      expect(new Set(members.map(({ role }) => role)).size).toBe(8);
      expect(new Set(members.map(({ email }) => email)).size).toBe(members.length);
    }
  });

  it('grows to the size that is asked, with leeg beside it', () => {
    const practices = demoPractices('2026-11-21', { practices: 5, clients: 30 });
    expect(practices.map(({ practice }) => practice.shortName)).toEqual([
      'noord',
      'zuid',
      'praktijk-3',
      'praktijk-4',
      'praktijk-5',
      'leeg',
    ]);
    expect(practices.slice(0, 5).every(({ clients }) => clients === 30)).toBe(true);
  });

  it('is the same for the same day, ids included, and another on another day', () => {
    const plan = (day: string) => planPractice(demoOf('noord', day), day);
    expect(plan('2026-11-21')).toEqual(plan('2026-11-21'));
    expect(plan('2026-11-21').clients[0]?.id).not.toBe(plan('2026-11-22').clients[0]?.id);
  });
});

describe.each(CASES)('clients of %s laid on %s', (name, day) => {
  const demo = demoOf(name, day);
  const { clients } = materialOf(name, day);

  it('number as asked from 75 years, with a few younger', () => {
    const ages = clients.map(({ client }) => ageOn(client.birthDate, day));
    expect(ages.filter((age) => age >= 75)).toHaveLength(demo.clients);
    expect(ages.filter((age) => age < 75).length).toBeGreaterThan(0);
    expect(Math.max(...ages)).toBeLessThanOrEqual(103);
  });

  it('hold valid details, numbers of their own and names within limits', () => {
    for (const { client, contacts } of clients) {
      expect(isBsn(client.bsn ?? '')).toBe(true);
      expect(client.bsn?.startsWith('9999')).toBe(true);
      expect(isDay(client.birthDate)).toBe(true);
      expect(normalisePostcode(client.address?.postcode ?? '')).toBeDefined();
      expect(client.name.family.length).toBeLessThanOrEqual(200);
      expect(contacts.filter(({ isFirstContact }) => isFirstContact).length).toBeLessThanOrEqual(1);
    }
    const phones = clients.flatMap(({ client, contacts }) => [client.phone, ...contacts.map(({ phone }) => phone)]);
    const given = phones.filter((phone) => typeof phone === 'string');
    expect(given.filter((phone) => normalisePhone(phone) === undefined)).toEqual([]);
    expect(new Set(clients.map(({ client }) => client.bsn)).size).toBe(clients.length);
    expect(new Set(clients.map(({ client }) => client.hisNumber)).size).toBe(clients.length);
    expect(new Set(clients.map(({ client }) => `${client.name.family} ${client.birthDate}`)).size).toBe(clients.length);
  });

  it('show what a list must be able to show', () => {
    const some = (test: (one: (typeof clients)[number]) => boolean) => clients.some(test);
    expect(some(({ client }) => Boolean(client.name.prefix))).toBe(true);
    expect(some(({ client }) => client.name.use === 'PARTNER_OWN')).toBe(true);
    expect(some(({ client }) => /[^ -~]/.test(client.name.family))).toBe(true);
    expect(some(({ client }) => client.marks?.interpreter === true)).toBe(true);
    expect(some(({ client }) => client.marks?.letterAddress !== undefined)).toBe(true);
    expect(some(({ client }) => client.livesAtHome === false)).toBe(true);
    for (const status of ['ADMITTED', 'MOVED', 'DECEASED', 'DEREGISTERED'])
      expect(some(({ later }) => later?.status === status)).toBe(true);
  });
});

describe.each(CASES)('three years of %s laid on %s', (name, day) => {
  const { clients, years, all, sharing } = materialOf(name, day);
  const ofRound = (round: number): MadeUpYear[] => all.filter((year) => year.round === round);

  it('propose from every form the profile that was meant', () => {
    for (const { form } of all) expect(proposalOf(form)).toBe(form.proposed);
    const [open, sure] = [true, false].map((wanted) =>
      all.filter(({ form }) => (form.proposed === 'UNDETERMINED') === wanted).map(({ form }) => form),
    );
    expect(sure?.filter(({ proposed, profile }) => proposed !== profile)).toEqual([]);
    for (const form of open ?? []) expect(assess(SHIPPED_PACKS, form.answers).possibleProfiles).toContain(form.profile);
  });

  it.each([0, 1, 2])('come back from 60 to 70 % of those invited in round %i, near 60/16/24', (round) => {
    const start = roundStarts(day)[round] ?? '';
    const rate = share(ofRound(round).length, clients.filter((client) => isInvited(client, start)).length);
    expect(rate).toBeGreaterThanOrEqual(0.6);
    expect(rate).toBeLessThanOrEqual(0.7);
    const part = (profile: Profile) =>
      share(ofRound(round).filter(({ form }) => form.profile === profile).length, ofRound(round).length);
    expect(Math.abs(part('ROBUST') - 0.6)).toBeLessThan(0.1);
    expect(Math.abs(part('FRAIL') - 0.16)).toBeLessThan(0.08);
    expect(Math.abs(part('COMPLEX') - 0.24)).toBeLessThan(0.1);
  });

  it('hold missing answers, undetermined forms, totals only, amendments and other decisions', () => {
    const some = (test: (year: MadeUpYear) => boolean) => all.some(test);
    expect(some(({ form }) => form.proposed === 'UNDETERMINED')).toBe(true);
    expect(some(({ form }) => form.totals !== undefined)).toBe(true);
    expect(some(({ form }) => form.amendment !== undefined)).toBe(true);
    expect(some(({ form }) => Object.values(form.answers).some((answer) => typeof answer === 'object'))).toBe(true);
    expect(some(({ form, assignment }) => assignment !== undefined && assignment.profile !== form.proposed)).toBe(true);
    expect(ofRound(2).some(({ assignment }) => assignment === undefined)).toBe(true);
    expect(ofRound(2).some(({ form, assignment }) => form.proposed === 'UNDETERMINED' && !assignment)).toBe(true);
    const different = all.filter(({ form, assignment }) => assignment && assignment.profile !== form.proposed);
    expect(different.filter(({ assignment }) => !assignment?.reason)).toEqual([]);
  });

  it('share 85 % of the people with profile FRAIL with social work, some of them partly', () => {
    const frail = years.flatMap((own, index) => (currentProfile(own) === 'FRAIL' ? [sharing[index]] : []));
    const inForce = frail.filter((one) => one !== undefined && !one.withdrawn);
    expect(inForce).toHaveLength(Math.round(frail.length * 0.85));
    expect(inForce.some((one) => one?.categories.length === 1)).toBe(true);
    expect(frail.some((one) => one?.withdrawn)).toBe(true);
  });
});

describe.each(CASES)('what is done in %s laid on %s', (name, day) => {
  const planned = planPractice(demoOf(name, day), day).clients;
  const acts = planned.flatMap((client) => client.acts);

  it('happens in order and never after the last working day', () => {
    for (const { acts: own } of planned) expect(own.map(({ at }) => at)).toEqual(own.map(({ at }) => at).toSorted());
    expect(acts.every(({ at }) => at.slice(0, 10) <= lastWorkday(day))).toBe(true);
    expect(acts.every(({ at }) => weekdayOf(at.slice(0, 10)) <= 5)).toBe(true);
  });

  it('names an ouderenadviseur only after consent, and leaves two forms half entered', () => {
    const advisers = demoOf(name, day).practice.organisations.find(({ kind }) => kind === 'SOCIAL_WORK');
    const isAdviser = (id: string | null) => advisers?.members.some((one) => one.id === id) ?? false;
    const namedWithoutConsent = planned.filter(({ acts: own }) => {
      let shared = false;
      return own.some((act) => {
        if (act.kind === 'GIVE_CONSENT' && act.toOrgId === advisers?.id) shared = true;
        if (act.kind === 'WITHDRAW_CONSENT') shared = false;
        return act.kind === 'FORM_TEAM' && !shared && [act.caseManagerId, ...act.memberIds].some(isAdviser);
      });
    });
    expect(namedWithoutConsent).toEqual([]);
    const begun = acts.filter((act) => act.kind === 'ENTER_FORM' && act.form.status === 'IN_PROGRESS');
    expect(begun).toHaveLength(2);
  });
});

describe.each(CASES)('the rounds of %s laid on %s', (name, day) => {
  const { rounds, clients } = planPractice(demoOf(name, day), day);

  it('are three: two closed, and one that runs with both reminders sent', () => {
    const kinds = rounds.map(({ acts }) => acts.map(({ kind }) => kind).filter((kind) => kind !== 'LEAVE'));
    const running = ['MAKE_ROUND', 'INVITE', 'SEND', 'SEND', 'SEND'];
    expect(kinds).toEqual([['FILL_LETTERHEAD', ...running, 'CLOSE_ROUND'], [...running, 'CLOSE_ROUND'], running]);
  });

  it('happen on working days, in order of time', () => {
    for (const { acts } of rounds) {
      expect(acts.every(({ at }) => weekdayOf(at.slice(0, 10)) <= 5 && at.slice(0, 10) <= lastWorkday(day))).toBe(true);
      const bulk = acts.filter(({ kind }) => kind !== 'LEAVE').map(({ at }) => at);
      expect(bulk).toEqual(bulk.toSorted());
    }
  });

  it('lose some people on the way, never one who answers in that round', () => {
    for (const [index, { acts }] of rounds.entries()) {
      const start = roundStarts(day)[index] ?? '';
      const left = acts.flatMap((act) => (act.kind === 'LEAVE' ? [act.clientId] : []));
      const answered = clients.filter(({ acts: own }) =>
        own.some(({ kind, at }) => kind === 'ENTER_FORM' && at > start && at < addDays(start, 90)),
      );
      expect(left.length).toBeGreaterThan(10);
      expect(answered.filter(({ id }) => left.includes(id))).toEqual([]);
    }
  });
});

describe('the small tools', () => {
  it('make ids of version 7 in order of time, the same for the same seed', () => {
    const next = idsOf('seed', '2026-11-21T09:00:00Z');
    const [first, second] = [next(), next()];
    expect(first).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(second).not.toBe(first);
    expect(idsOf('seed', '2026-11-21T09:00:00Z')()).toBe(first);
    expect(idsOf('seed', '2026-11-22T09:00:00Z')() > first).toBe(true);
  });

  it('draw evenly and repeatably', () => {
    const draws = Array.from(
      { length: 6000 },
      (
        (random) => () =>
          random.int(1, 6)
      )(new Random('dice')),
    );
    for (const face of [1, 2, 3, 4, 5, 6])
      expect(Math.abs(draws.filter((draw) => draw === face).length - 1000)).toBeLessThan(120);
    expect(new Random('one').next()).toBe(new Random('one').next());
    expect(new Random('one').next()).not.toBe(new Random('other').next());
  });
});
