import type { components } from '@samenoud/api-client';
import type { Answer } from '@samenoud/domain';

type Schemas = components['schemas'];

export type Questionnaire = Omit<Schemas['PublicQuestionnaire'], 'response'> & { response: OnlineResponse };
export type OnlineResponse = Omit<Schemas['PublicResponse'], 'answers'> & {
  answers?: Readonly<Record<string, Answer>>;
};
export type Question = Schemas['PublicQuestion'];
export type PracticeContact = Schemas['PracticeContact'];
export type FilledInBy = Schemas['CompletePublicResponse']['completedBy'];

export const FILLED_IN_BY = ['SELF', 'WITH_HELP', 'PROXY'] as const satisfies readonly FilledInBy[];
