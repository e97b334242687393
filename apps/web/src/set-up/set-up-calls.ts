import type { components } from '@samenoud/api-client';
import { answer, api } from '../platform/api.ts';

export type SetUp = components['schemas']['SetUp'];

export const setUpPractice = (body: SetUp) => answer(api.POST('/api/v1/set-up', { body }));
