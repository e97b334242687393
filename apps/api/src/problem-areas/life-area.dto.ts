import { LIFE_AREA_LIMITS, PROBLEM_AREAS } from '@samenoud/domain';
import { BooleanField, CodesField, IntegerField, ListField, TextField } from '../platform/http/fields.ts';

const MOST = 100_000;

/** A part of life, and the problem areas that stand under it. */
export class LifeAreaView {
  @TextField({ max: 40, example: 'living' }) code: string;
  @TextField({ max: LIFE_AREA_LIMITS.label, example: 'Wonen' }) label: string;
  @CodesField(PROBLEM_AREAS.map(({ code }) => code), { description: 'Codes of the catalogue; each under one area of life at most.' }) // prettier-ignore
  areas: string[];
}

export class LifeAreaList {
  @IntegerField({ min: 0, max: MOST, description: '0 until the practice chose a list of its own.' }) version: number;
  @BooleanField({ description: 'Whether it is a list of the practice.' }) own: boolean;
  @ListField(() => LifeAreaView, { max: LIFE_AREA_LIMITS.most }) items: LifeAreaView[];
}

export class SetLifeAreas {
  @ListField(() => LifeAreaView, { max: LIFE_AREA_LIMITS.most, description: 'In their order. None: the seven of the method again.' }) // prettier-ignore
  items: LifeAreaView[];
}
