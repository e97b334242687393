import { EXPORT_FORMATS } from '@samenoud/domain';
import { CodeField } from '../platform/http/fields.ts';

export class ExportClient {
  @CodeField(EXPORT_FORMATS, { description: 'PDF for people; JSON and FHIR R4 for programs.' }) format: string;
}
