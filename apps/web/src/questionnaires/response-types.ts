import type { components } from '@samenoud/api-client';

export type Response = components['schemas']['Response'];
export type ResponsePatch = components['schemas']['ResponsePatch'];
