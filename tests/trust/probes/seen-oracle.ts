/**
 * What stands in an answer to whom, typed from trust paper 3 (order of refusals, hidden parts, footnotes 1 and 2), domain
 * paper 5 and 13.8, and the API paper. Imports nothing from the product, and was typed before any of it was read.
 */
import {
  type Category,
  type Facts,
  hasBasis,
  isKeptFrom,
  mayRead,
  type Person,
  relationOf,
  type Row,
} from './rights-oracle.ts';

/** What the harness wrote, each with text that stands nowhere else. */
export interface Kept {
  readonly kind:
    | 'CLIENT' | 'CONTACT_PERSON' | 'STATEMENT' | 'RESPONSE' | 'REMARK' | 'PROFILE' | 'CONSENT' | 'PLAN' | 'PROBLEM'
    | 'CONTACT' | 'SIGNAL' | 'REFERRAL' | 'TREATMENT' | 'NETWORK' | 'AGENDA'; // prettier-ignore
  readonly id: string;
  readonly clientId: string;
  readonly ownerOrg: string;
  readonly madeBy: string;
  readonly token: string;
  /** Of a form, and of the form a remark stands on. */
  readonly form?: 'IN_PROGRESS' | 'COMPLETED';
  /** The form that a remark stands on, the plan that a problem is part of. */
  readonly of?: string;
  /** Of a signal, which is of the wellbeing answers by its type (domain 13.8). */
  readonly category?: Category;
}

export const FORM_READING = ['HEALTH_ANSWERS', 'WELLBEING_ANSWERS', 'RISK_PROFILE'] as const;

export const asRow = ({ clientId, ownerOrg }: Kept, category: Category): Row => ({ clientId, ownerOrg, category });

export type Seen = 'yes' | 'no' | 'unclear';
const seenWhen = (holds: boolean): Seen => (holds ? 'yes' : 'no');

/** May the text of this row ever be in an answer to this person? */
export function seesText(facts: Facts, person: Person, kept: Kept): Seen {
  const seen = seesUnrestricted(facts, person, kept);
  if (seen === 'no' || !isKeptFrom(facts, person, kept.clientId)) return seen;
  // author and GP only; the log officer keeps an eye on the registers, of which the papers do not say what becomes
  return kept.madeBy === person.id || person.role === 'LOG_OFFICER' ? 'unclear' : 'no';
}

function seesUnrestricted(facts: Facts, person: Person, kept: Kept): Seen {
  if (kept.kind === 'CONSENT') return seenWhen(relationOf(facts, person, kept.clientId, 'CONSENT', 'READ') !== 'none');
  if (kept.kind === 'RESPONSE') return seesHead(facts, person, kept);
  if (kept.kind === 'REMARK') return seesAnswers(facts, person, kept, 3, true);
  if (kept.kind === 'PROFILE') {
    // the class is all she reads of a profile (matrix, assistant)
    if (person.role === 'PRACTICE_ASSISTANT') return 'no';
    return seenWhen(mayRead(facts, person, asRow(kept, 3), 'RISK_PROFILE'));
  }
  if (kept.kind === 'PLAN' || kept.kind === 'PROBLEM') {
    // dates only
    if (person.role === 'PRACTICE_ASSISTANT') return 'no';
    return seenWhen(mayRead(facts, person, asRow(kept, 4), 'CARE_PLAN'));
  }
  if (kept.kind === 'CONTACT' || kept.kind === 'SIGNAL' || kept.kind === 'REFERRAL')
    return seesCare(facts, person, kept);
  if (kept.kind === 'AGENDA') return seesAgenda(facts, person, kept);
  if (kept.kind === 'TREATMENT') return seenWhen(mayRead(facts, person, asRow(kept, 5), 'TREATMENT_PLAN'));
  if (kept.kind === 'NETWORK') {
    if (person.role === 'PRACTICE_ASSISTANT') return 'no'; // dates only
    return seenWhen(mayRead(facts, person, asRow(kept, 4), 'CARE_PLAN'));
  }
  return seenWhen(mayRead(facts, person, asRow(kept, 1), 'IDENTITY'));
}

/**
 * A question on an agenda. In this world the attendees are the GPs, to whom every client of the practice is a relation; whether
 * somebody else of the client's team meets it in the record, of a meeting she does not attend, the papers leave open.
 */
function seesAgenda(facts: Facts, person: Person, kept: Kept): Seen {
  if (person.role === 'PRACTICE_ASSISTANT') return kept.madeBy === person.id ? 'unclear' : 'no'; // she brings in only
  if (!mayRead(facts, person, asRow(kept, 6), 'MEETING')) return 'no';
  return person.role === 'GP' ? 'yes' : 'unclear';
}

/** Contacts, signals, referrals: the assistant reads date and kind; the papers do not say whether she reads what she wrote herself. */
function seesCare(facts: Facts, person: Person, kept: Kept): Seen {
  if (person.role === 'PRACTICE_ASSISTANT') return kept.madeBy === person.id ? 'unclear' : 'no';
  return seenWhen(mayRead(facts, person, asRow(kept, kept.category ?? 4), 'CONTACTS'));
}

/** The head of a form is of category 1; it is read by whoever reads anything of forms, as far as no restriction keeps it. */
export function seesHead(facts: Facts, person: Person, form: Kept): Seen {
  if (isOwnEntry(facts, person, form)) return 'yes';
  return seenWhen(FORM_READING.some((resource) => mayRead(facts, person, asRow(form, 1), resource)));
}

/** Footnote 1: who enters a form reads that entry while it is in progress. */
export const isOwnEntry = (facts: Facts, person: Person, form: Kept): boolean =>
  form.form === 'IN_PROGRESS' && form.madeBy === person.id && mayEnter(facts, person, form.clientId);

const mayEnter = (facts: Facts, person: Person, clientId: string): boolean =>
  relationOf(facts, person, clientId, 'HEALTH_ANSWERS', 'UPDATE') === 'related';

/** Answers of category 2 or 3 of a form, and its remark, which is of category 3. */
export function seesAnswers(facts: Facts, person: Person, form: Kept, category: 2 | 3, remark = false): Seen {
  if (isOwnEntry(facts, person, form)) return 'yes';
  if (person.role === 'PRACTICE_ASSISTANT') {
    if (relationOf(facts, person, form.clientId, 'HEALTH_ANSWERS', 'UPDATE') === 'none') return 'no';
    if (!hasBasis(facts, asRow(form, category), person.orgId)) return 'no';
    if (form.form === 'IN_PROGRESS') return 'yes'; // she may go on with any
    return remark ? 'unclear' : 'no'; // domain 5 makes a remark her task; the matrix gives her no answers
  }
  return seenWhen(
    mayRead(facts, person, asRow(form, category), category === 2 ? 'WELLBEING_ANSWERS' : 'HEALTH_ANSWERS'),
  );
}

/** Scores and proposal of a completed form. */
export const seesScores = (facts: Facts, person: Person, form: Kept): Seen =>
  person.role === 'PRACTICE_ASSISTANT' ? 'no' : seenWhen(mayRead(facts, person, asRow(form, 3), 'RISK_PROFILE'));

/** The class alone, also for the assistant; footnote 2: without category 3 no class either. */
export const seesClass = (facts: Facts, person: Person, kept: Kept): Seen =>
  seenWhen(mayRead(facts, person, asRow(kept, 3), 'RISK_PROFILE'));

export const seesBsn = (facts: Facts, person: Person, client: Kept): Seen =>
  seenWhen(mayRead(facts, person, asRow(client, 1), 'BSN'));

/** A restricted record is out of lists; of the list of the GP, who sees the record, the papers do not say it. */
export const mayBeListed = (facts: Facts, person: Person, client: Kept): boolean =>
  facts.restricted.has(client.clientId) && person.role === 'GP';

/** The client list: a relation by team or practice and category 1; emergency access opens no list. */
export const isListed = (facts: Facts, person: Person, client: Kept): boolean =>
  !facts.restricted.has(client.clientId) &&
  person.role !== 'PRACTICE_MANAGER' &&
  mayRead(facts, person, asRow(client, 1), 'CLIENT_LIST'); // he only counts
