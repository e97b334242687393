import type { components } from '@samenoud/api-client';

type Schemas = components['schemas'];

export type Round = Schemas['RoundView'];
export type NewRoundBody = Schemas['CreateRound'];
export type RoundChange = Schemas['UpdateRound'];
export type Candidate = Schemas['CandidateView'];
export type Outcome = Candidate['outcome'];
export type Invitation = Schemas['InvitationView'];
export type InvitedClient = Schemas['InvitedClient'];
export type InvitationChange = Schemas['ChangeInvitation'];
export type OpenForm = Schemas['OpenForm'];
export type PrintRequest = Schemas['MakeLetters'];
export type PrintKind = NonNullable<PrintRequest['kind']>;
