import type { components } from '@samenoud/api-client';
import { answer, api, ifMatch } from '../platform/api.ts';
import type { PracticeSettings } from '../platform/practice-settings.ts';

export type SettingsChange = components['schemas']['UpdatePracticeSettings'];

export function updateSettings(version: number, body: SettingsChange): Promise<PracticeSettings> {
  return answer(api.PATCH('/api/v1/practice-settings', { params: { header: ifMatch(version) }, body }));
}
