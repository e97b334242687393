import type { components } from '@samenoud/api-client';

type Schemas = components['schemas'];
export type ReviewMonth = Schemas['ReviewMonth'];
export type LogReview = Schemas['LogReview'];
export type ReviewLine = Schemas['ReviewLine'];
export type JudgeLine = Schemas['JudgeLine'];
