import type { components } from '@samenoud/api-client';
import { queryOptions } from '@tanstack/react-query';
import { answer, api, ifMatch } from '../platform/api.ts';

export type Letterhead = components['schemas']['LetterheadView'];
export type LetterheadBody = components['schemas']['PutLetterhead'];

export const letterheadQuery = queryOptions({
  queryKey: ['letterhead'],
  queryFn: ({ signal }) => answer(api.GET('/api/v1/letterhead', { signal })),
});

export const putLetterhead = (version: number, body: LetterheadBody): Promise<Letterhead> =>
  answer(api.PUT('/api/v1/letterhead', { params: { header: ifMatch(version) }, body }));

export function putLogo(version: number, file: File): Promise<Letterhead> {
  const form = new FormData();
  form.append('file', file);
  const body = { file: file.name };
  return answer(
    api.PUT('/api/v1/letterhead/logo', { params: { header: ifMatch(version) }, body, bodySerializer: () => form }),
  );
}

export const removeLogo = (version: number): Promise<Letterhead> =>
  answer(api.DELETE('/api/v1/letterhead/logo', { params: { header: ifMatch(version) } }));

/** The picture of this version: another version is another address, so that no old picture is shown. */
export const logoAddress = ({ version }: Letterhead): string => `/api/v1/letterhead/logo?version=${version}`;
