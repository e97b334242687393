import type { components } from '@samenoud/api-client';
import { queryOptions } from '@tanstack/react-query';
import { answer, api, ifMatch } from '../platform/api.ts';
import type { AgendaLine } from './meeting-queries.ts';

export type MedicalNote = components['schemas']['MedicalNoteView'];
export type MedicalAnnex = components['schemas']['MedicalAnnexView'];

/** What physicians noted on a line; read when somebody opens it, since every reading is in the log of the client. */
export const medicalNoteQuery = ({ id, clientId }: AgendaLine) =>
  queryOptions({
    queryKey: ['medical-note', id, clientId],
    staleTime: 0,
    queryFn: ({ signal }): Promise<MedicalNote> =>
      answer(api.GET('/api/v1/agenda-items/{id}/medical-note', { params: { path: { id } }, signal })),
  });

export const saveMedicalNote = (id: string, words: string, version: number, keepalive: boolean): Promise<MedicalNote> =>
  answer(
    api.PUT('/api/v1/agenda-items/{id}/medical-note', {
      params: { path: { id }, header: ifMatch(version) },
      body: { text: words.trim() === '' ? null : words },
      keepalive,
    }),
  );

/** With the newest edition of the minutes, or an earlier one; not kept once it is off the screen. */
export const medicalAnnexQuery = (id: string, edition?: string) =>
  queryOptions({
    queryKey: ['meetings', id, 'medical-annex', edition ?? 'NEWEST'],
    gcTime: 0,
    queryFn: ({ signal }): Promise<MedicalAnnex> =>
      answer(
        api.GET('/api/v1/meetings/{id}/medical-annex', {
          params: { path: { id }, query: { ...(edition !== undefined && { edition }) } },
          signal,
        }),
      ),
  });
