import { INSTRUMENTS } from '@samenoud/domain';
import {
  BooleanField,
  CodeField,
  IdField,
  InstantField,
  IntegerField,
  ListField,
  MapField,
  TextField,
} from '../platform/http/fields.ts';
import { PageView } from '../platform/http/page.ts';

/** One version of an instrument; its items and licence stand in `pack` and never change. */
export class InstrumentView {
  @IdField() id: string;
  @IntegerField({ min: 1, max: 2_147_483_647 }) version: number;
  @CodeField(INSTRUMENTS) instrument: string;
  @TextField({ max: 60 }) instrumentVersion: string;
  @TextField({ max: 200 }) title: string;
  @TextField({ max: 2000 }) licenceStatement: string;
  @TextField({ max: 64 }) checksum: string;
  @BooleanField({ description: 'New forms use this version.' }) active: boolean;
  @InstantField() loadedAt: string;
  @InstantField({ nullable: true }) licenceConfirmedAt: string | null;
  @MapField({ description: 'The pack: items with their wording, options, keys and scores.' }) pack: object;
}

export class InstrumentList extends PageView {
  @ListField(() => InstrumentView, { max: 200 }) items: InstrumentView[];
}

export class LoadPack {
  @MapField({ description: 'A content pack as delivered: instrument, version, language, items, licence statement.' })
  pack: Record<string, unknown>;
  @BooleanField({ optional: true, description: '„Ik bevestig dat onze praktijk deze vragenlijst mag gebruiken.”' })
  confirmLicence?: boolean;
}
