import type { components } from '@samenoud/api-client';
import type { Answers } from '@samenoud/domain';

/** The document cannot say what an answer may be; the domain can. */
type WithAnswers<View> = Omit<View, 'answers'> & { answers?: Answers };

export type Response = WithAnswers<components['schemas']['ResponseView']>;
export type ResponsePatch = WithAnswers<components['schemas']['UpdateResponse']>;
export type ResponseCompletion = components['schemas']['CompleteResponse'];
export type ResponseChannel = NonNullable<components['schemas']['CreateResponse']['channel']>;
export type RemarkOfClient = components['schemas']['SetRemark'];
export type NewScoreOnly = Omit<components['schemas']['CreateResponse'], 'entryMode' | 'status' | 'answers'>;
