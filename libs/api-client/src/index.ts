export type { components, paths } from './schema.d.ts';
