import type { components } from '@samenoud/api-client';

type Schemas = components['schemas'];
export type AccessLogEvent = Schemas['AccessLogEvent'];
export type AccessLogPage = Schemas['AccessLogPage'];
export type LogEmployee = Schemas['LogEmployee'];
export type LoggedClient = Schemas['ExactClient'];
export type FindLoggedClient = Schemas['FindExactClient'];
export type ClientOverviewPage = Schemas['ClientOverviewPage'];
export type OverviewLine = Schemas['OverviewLine'];
