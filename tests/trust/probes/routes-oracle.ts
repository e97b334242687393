/**
 * The routes that name a client or a thing of a client, with what they take, typed from trust paper 3 and the API paper.
 * Imports nothing from the product, and was typed before any of it was read.
 */
import type { Category, Paper, PaperAction } from './rights-oracle.ts';
import { FORM_READING, type Kept } from './seen-oracle.ts';

export interface RouteRule {
  readonly needs: readonly (readonly [Paper, PaperAction])[];
  readonly of: Kept['kind'];
  /**
   * What of the thing has to be shared: its own row; any row of the list; the answers of a form, in order to write them;
   * something of that category at all, in order to add to it; or nothing, for registers without a category.
   */
  readonly shared: 'ROW' | 'LIST' | 'FORM' | 'NOTHING' | 'ADDING';
  readonly category?: Category;
  /** Kinds of rows that the answer shows, each of them when she may see it. */
  readonly shows?: readonly Kept['kind'][];
  /** Voiding outside consent: who made it, GP and practice nurse. */
  readonly maker?: true;
  /** A limit in words that the matrix sets to a role: „own caseload". */
  readonly limited?: readonly string[];
}

const one = (resource: Paper, action: PaperAction): RouteRule['needs'] => [[resource, action]];
const forms = (action: PaperAction): RouteRule['needs'] => [['HEALTH_ANSWERS', action], ['WELLBEING_ANSWERS', action]]; // prettier-ignore
const rights: RouteRule['needs'] = [
  ['DESTRUCTION', 'CREATE'],
  ['DESTRUCTION', 'FINALISE'],
];
const readsForms: RouteRule['needs'] = FORM_READING.map((resource) => [resource, 'READ'] as const);
/** The assistant writes signals and notes that a referral was sent, and nothing else of these. */
const desk = ['PRACTICE_ASSISTANT'];
/** Domain 11.3: GP, SO, POH and whoever is the case manager. */
const refers = ['PRACTICE_ASSISTANT', 'DISTRICT_NURSE', 'ELDERLY_ADVISER'];
const caseload = ['DISTRICT_NURSE', 'ELDERLY_ADVISER'];

/** Routes that name a client or a thing of a client. */
export const ROUTE_RULES: Readonly<Record<string, RouteRule>> = {
  'GET /clients/{id}': { needs: one('IDENTITY', 'READ'), of: 'CLIENT', shared: 'ROW', category: 1, shows: ['CLIENT'] },
  'PATCH /clients/{id}': { needs: one('IDENTITY', 'UPDATE'), of: 'CLIENT', shared: 'ROW', category: 1 },
  'GET /clients/{id}/contact-persons': { needs: one('IDENTITY', 'READ'), of: 'CLIENT', shared: 'LIST', category: 1, shows: ['CONTACT_PERSON'] },
  'POST /clients/{id}/contact-persons': { needs: [['IDENTITY', 'CREATE'], ['IDENTITY', 'UPDATE']], of: 'CLIENT', shared: 'ADDING', category: 1 },
  'PATCH /contact-persons/{id}': { needs: one('IDENTITY', 'UPDATE'), of: 'CONTACT_PERSON', shared: 'ROW', category: 1 },
  'POST /clients/{id}/bsn/reveal': { needs: one('BSN', 'READ'), of: 'CLIENT', shared: 'ROW', category: 1 },
  'GET /clients/{id}/history': { needs: one('IDENTITY', 'READ'), of: 'CLIENT', shared: 'ROW', category: 1 },
  'GET /clients/{id}/statements': { needs: one('IDENTITY', 'READ'), of: 'CLIENT', shared: 'LIST', category: 1, shows: ['STATEMENT'] },
  'POST /clients/{id}/statements': { needs: rights, of: 'CLIENT', shared: 'NOTHING' },
  'POST /statements/{id}/withdraw': { needs: rights, of: 'STATEMENT', shared: 'NOTHING' },
  'GET /clients/{id}/restrictions': { needs: rights, of: 'CLIENT', shared: 'NOTHING' },
  'POST /clients/{id}/restrictions': { needs: rights, of: 'CLIENT', shared: 'NOTHING' },
  'POST /clients/{id}/destruction-requests': { needs: rights, of: 'CLIENT', shared: 'NOTHING' },
  'GET /clients/{id}/team': { needs: one('TEAM', 'READ'), of: 'CLIENT', shared: 'NOTHING' },
  'PUT /clients/{id}/team': { needs: one('TEAM', 'UPDATE'), of: 'CLIENT', shared: 'NOTHING' },
  'PUT /clients/{id}/case-manager': { needs: one('CASE_MANAGER', 'UPDATE'), of: 'CLIENT', shared: 'NOTHING', limited: caseload },
  'POST /clients/{id}/gap-explanations': { needs: one('CASE_MANAGER', 'UPDATE'), of: 'CLIENT', shared: 'NOTHING', limited: caseload },
  'GET /clients/{id}/consents': { needs: one('CONSENT', 'READ'), of: 'CLIENT', shared: 'NOTHING' },
  'POST /clients/{id}/consents': { needs: one('CONSENT', 'CREATE'), of: 'CLIENT', shared: 'NOTHING' },
  'POST /consents/{id}/withdraw': { needs: one('CONSENT', 'VOID'), of: 'CONSENT', shared: 'NOTHING' },
  'GET /clients/{id}/responses': { needs: readsForms, of: 'CLIENT', shared: 'LIST', category: 1, shows: ['RESPONSE', 'REMARK'] },
  'POST /clients/{id}/responses': { needs: forms('CREATE'), of: 'CLIENT', shared: 'ADDING', category: 3 },
  'GET /responses/{id}': { needs: readsForms, of: 'RESPONSE', shared: 'ROW', category: 1, shows: ['RESPONSE', 'REMARK'] },
  'PATCH /responses/{id}': { needs: forms('UPDATE'), of: 'RESPONSE', shared: 'FORM' },
  'PUT /responses/{id}/remark': { needs: forms('UPDATE'), of: 'RESPONSE', shared: 'FORM' },
  'POST /responses/{id}/complete': { needs: forms('FINALISE'), of: 'RESPONSE', shared: 'FORM' },
  'POST /responses/{id}/amendments': { needs: forms('FINALISE'), of: 'RESPONSE', shared: 'FORM' },
  'POST /responses/{id}/void': { needs: forms('UPDATE'), of: 'RESPONSE', shared: 'FORM', maker: true },
  'GET /clients/{id}/profiles': { needs: one('RISK_PROFILE', 'READ'), of: 'CLIENT', shared: 'LIST', category: 3, shows: ['PROFILE'] },
  'POST /clients/{id}/profiles': { needs: one('RISK_PROFILE', 'FINALISE'), of: 'CLIENT', shared: 'ADDING', category: 3 },
  'GET /clients/{id}/care-plans': { needs: one('CARE_PLAN', 'READ'), of: 'CLIENT', shared: 'LIST', category: 4 },
  'POST /clients/{id}/care-plans': { needs: one('CARE_PLAN', 'CREATE'), of: 'CLIENT', shared: 'ADDING', category: 4, limited: ['PRACTICE_NURSE'] },
  'GET /care-plans/{id}': { needs: one('CARE_PLAN', 'READ'), of: 'PLAN', shared: 'ROW', category: 4, shows: ['PLAN', 'PROBLEM'] },
  'GET /care-plans/{id}/changes': { needs: one('CARE_PLAN', 'READ'), of: 'PLAN', shared: 'ROW', category: 4, limited: ['PRACTICE_ASSISTANT'] },
  'PATCH /care-plans/{id}': { needs: one('CARE_PLAN', 'UPDATE'), of: 'PLAN', shared: 'ROW', category: 4, limited: ['PRACTICE_NURSE'] },
  'POST /care-plans/{id}/problems': { needs: one('CARE_PLAN', 'UPDATE'), of: 'PLAN', shared: 'ROW', category: 4, limited: ['PRACTICE_NURSE'] },
  'POST /care-plans/{id}/adopt': { needs: one('CARE_PLAN', 'FINALISE'), of: 'PLAN', shared: 'ROW', category: 4, limited: ['PRACTICE_NURSE'] },
  'GET /clients/{id}/contacts': { needs: one('CONTACTS', 'READ'), of: 'CLIENT', shared: 'LIST', category: 4, shows: ['CONTACT'] },
  'POST /clients/{id}/contacts': { needs: one('CONTACTS', 'CREATE'), of: 'CLIENT', shared: 'ADDING', category: 4, limited: desk },
  'PATCH /contacts/{id}': { needs: one('CONTACTS', 'UPDATE'), of: 'CONTACT', shared: 'ROW', category: 4, limited: desk },
  'GET /clients/{id}/signals': { needs: one('CONTACTS', 'READ'), of: 'CLIENT', shared: 'LIST', category: 4, shows: ['SIGNAL'] },
  'POST /clients/{id}/signals': { needs: one('CONTACTS', 'CREATE'), of: 'CLIENT', shared: 'ADDING', category: 4 },
  'PATCH /signals/{id}': { needs: one('CONTACTS', 'UPDATE'), of: 'SIGNAL', shared: 'ROW', category: 4, limited: desk },
  'GET /clients/{id}/referrals': { needs: one('CONTACTS', 'READ'), of: 'CLIENT', shared: 'LIST', category: 4, shows: ['REFERRAL'] },
  'POST /clients/{id}/referrals': { needs: one('CONTACTS', 'CREATE'), of: 'CLIENT', shared: 'ADDING', category: 4, limited: refers },
  'GET /referrals/{id}': { needs: one('CONTACTS', 'READ'), of: 'REFERRAL', shared: 'ROW', category: 4, shows: ['REFERRAL'] },
  'PATCH /referrals/{id}': { needs: one('CONTACTS', 'UPDATE'), of: 'REFERRAL', shared: 'ROW', category: 4, limited: refers },
  'GET /clients/{id}/treatment-plan': { needs: one('TREATMENT_PLAN', 'READ'), of: 'CLIENT', shared: 'LIST', category: 5, shows: ['TREATMENT'] },
  'PUT /clients/{id}/treatment-plan': { needs: one('TREATMENT_PLAN', 'UPDATE'), of: 'CLIENT', shared: 'ADDING', category: 5 },
  'GET /clients/{id}/treatment-plan/versions': { needs: one('TREATMENT_PLAN', 'READ'), of: 'CLIENT', shared: 'LIST', category: 5, shows: ['TREATMENT'] },
  'GET /clients/{id}/directives': { needs: one('DIRECTIVES', 'READ'), of: 'CLIENT', shared: 'LIST', category: 5 },
  'POST /clients/{id}/agenda-items': { needs: one('MEETING', 'CREATE'), of: 'CLIENT', shared: 'ADDING', category: 6 },
  'GET /clients/{id}/network': { needs: one('CARE_PLAN', 'READ'), of: 'CLIENT', shared: 'LIST', category: 4, shows: ['NETWORK'] },
  'PUT /clients/{id}/network': { needs: one('CARE_PLAN', 'UPDATE'), of: 'CLIENT', shared: 'ADDING', category: 4, limited: ['PRACTICE_NURSE'] },
  'GET /clients/{id}/surroundings-plan': { needs: one('CARE_PLAN', 'READ'), of: 'CLIENT', shared: 'LIST', category: 4 },
  'GET /clients/{id}/actions': { needs: one('TASKS', 'READ'), of: 'CLIENT', shared: 'LIST', category: 1 },
  'POST /clients/{id}/consent-papers': { needs: one('CONSENT', 'CREATE'), of: 'CLIENT', shared: 'ADDING', category: 1 },
  'GET /clients/{id}/invitations': { needs: one('SCREENING', 'READ'), of: 'CLIENT', shared: 'LIST', category: 1 },
  'GET /clients/{id}/timeline': { needs: one('TIMELINE', 'READ'), of: 'CLIENT', shared: 'LIST', category: 1 },
  'GET /clients/{id}/his-texts': { needs: one('HIS_SUMMARY', 'READ'), of: 'CLIENT', shared: 'LIST', category: 3 },
  'GET /clients/{id}/his-summary': { needs: one('HIS_SUMMARY', 'READ'), of: 'CLIENT', shared: 'LIST', category: 3 },
  'GET /clients/{id}/access-explanation': { needs: one('ACCESS_EXPLANATION', 'READ'), of: 'CLIENT', shared: 'NOTHING' },
  'GET /clients/{id}/access-log': { needs: one('ACCESS_LOG_CLIENT', 'READ'), of: 'CLIENT', shared: 'NOTHING' },
  'GET /clients/{id}/access-overview': { needs: one('ACCESS_LOG_CLIENT', 'READ'), of: 'CLIENT', shared: 'NOTHING' },
  'POST /clients/{id}/export': { needs: one('CLIENT_EXPORT', 'EXPORT'), of: 'CLIENT', shared: 'ROW', category: 1 },
  'POST /clients/{id}/break-glass': { needs: one('BREAK_GLASS', 'CREATE'), of: 'CLIENT', shared: 'NOTHING' },
}; // prettier-ignore
