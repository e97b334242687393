import { LIFE_DOMAINS, OMAHA_DOMAINS } from '@samenoud/domain';
import { BooleanField, CodeField, ListField, TextField } from '../platform/http/fields.ts';

const NAME = { max: 200 } as const;

/** One entry of "Aandachtsgebieden ouderen". */
export class ProblemAreaView {
  @TextField({ max: 40, example: 'd460' }) code: string;
  @TextField(NAME) label: string;
  @CodeField(LIFE_DOMAINS) domain: string;
  @BooleanField({ description: 'Offered for new problems.' }) active: boolean;
  @TextField({ max: 20 }) version: string;
  @TextField({ ...NAME, description: 'Code system, as FHIR names it.' }) system: string;
}

export class OmahaAreaView {
  @TextField({ max: 40 }) code: string;
  @TextField(NAME) label: string;
  @CodeField(OMAHA_DOMAINS) domain: string;
}

export class ProblemAreaList {
  @ListField(() => ProblemAreaView, { max: 200 }) items: ProblemAreaView[];
  @ListField(() => OmahaAreaView, { max: 100, description: 'Optional second area of a problem.' })
  omaha: OmahaAreaView[];
}
