import type { components } from '@samenoud/api-client';
import type { Answers } from '@samenoud/domain';

/** The document cannot say what an answer may be; the domain can. */
type WithAnswers<View> = Omit<View, 'answers'> & { answers?: Answers };

export type Response = WithAnswers<components['schemas']['ResponseView']>;
export type ResponsePatch = WithAnswers<components['schemas']['UpdateResponse']>;
export type ResponseCompletion = components['schemas']['CompleteResponse'];
