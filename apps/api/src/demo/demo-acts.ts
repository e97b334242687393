import type { ConsentCategory, Day, LetterWave, Profile } from '@samenoud/domain';
import type { Letterheads } from '../letterheads/letterheads.service.ts';
import type { BeginResponse } from '../questionnaires/begin-response.service.ts';
import type { AmendCompletedResponse } from '../questionnaires/amend-response.service.ts';
import type { Profiles } from '../profiles/profiles.service.ts';
import type { LaterStatus } from './demo-client.ts';
import type { NewClient, NewContact, NewRestriction, NewStatement } from './demo-records.ts';

export type NewForm = Parameters<BeginResponse['begin']>[1];
type Amendment = Parameters<AmendCompletedResponse['amend']>[1];
type Assignment = Parameters<Profiles['assign']>[1] & { readonly profile: Profile };

export type Letterhead = Parameters<Letterheads['put']>[1];

export interface Remark {
  readonly remark: string;
  readonly urgentCallTo?: string;
  readonly urgentCallAt?: string;
}

/** What is done for a client: data only, carried out through the services. */
export type Deed =
  | { readonly kind: 'REGISTER'; readonly client: NewClient; readonly contacts: readonly NewContact[] }
  | { readonly kind: 'ENTER_FORM'; readonly form: NewForm; readonly remark: Remark | undefined }
  | { readonly kind: 'ENTER_AGAIN'; readonly answers: NewForm['answers'] }
  | { readonly kind: 'AMEND_FORM'; readonly amendment: Amendment }
  | { readonly kind: 'ASSIGN'; readonly assignment: Assignment }
  | {
      readonly kind: 'GIVE_CONSENT';
      readonly toOrgId: string;
      readonly categories: readonly ConsentCategory[];
      readonly on: Day;
    }
  | { readonly kind: 'WITHDRAW_CONSENT'; readonly toOrgId: string }
  | { readonly kind: 'FORM_TEAM'; readonly caseManagerId: string | null; readonly memberIds: readonly string[] }
  | { readonly kind: 'CHANGE_STATUS'; readonly later: LaterStatus }
  | { readonly kind: 'STATE'; readonly statement: NewStatement }
  | { readonly kind: 'RESTRICT_FOR_A_WHILE'; readonly wish: NewRestriction };

/** What is done for a whole round. */
export type RoundDeed =
  | { readonly kind: 'FILL_LETTERHEAD'; readonly letterhead: Letterhead }
  | { readonly kind: 'MAKE_ROUND'; readonly year: number; readonly referenceDate: Day; readonly returnBy: Day }
  | { readonly kind: 'INVITE' }
  | { readonly kind: 'SEND'; readonly wave: LetterWave }
  | {
      readonly kind: 'LEAVE';
      readonly clientId: string;
      readonly state: 'REFUSED' | 'NOT_REACHED' | 'UNDELIVERABLE';
      readonly reason?: string;
    }
  | { readonly kind: 'CLOSE_ROUND' };

/** A deed with who does it, and when. */
export type PlannedAct<Kind = Deed> = Kind & { readonly at: string; readonly by: string };

export type ActKind = PlannedAct['kind'];

/** One client with everything that happens, oldest first. */
export interface PlannedClient {
  readonly key: string;
  readonly id: string;
  readonly acts: readonly PlannedAct[];
}

/** One round with everything that happens to all of it, oldest first. */
export interface PlannedRound {
  readonly key: string;
  readonly acts: readonly PlannedAct<RoundDeed>[];
}

/** Everything that happens in a practice. */
export interface PlannedPractice {
  readonly clients: readonly PlannedClient[];
  readonly rounds: readonly PlannedRound[];
}
