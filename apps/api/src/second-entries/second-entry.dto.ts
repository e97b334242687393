import { ApiProperty } from '@nestjs/swagger';
import {
  BooleanField, DayField, CodeField, IdField, IntegerField, ListField, MapField, ObjectField, TextField,
} from '../platform/http/fields.ts'; // prettier-ignore
import { PageView } from '../platform/http/page.ts';

export const SECOND_ENTRY_STATES = ['PENDING', 'DIFFERENT', 'EQUAL', 'RESOLVED', 'WAIVED', 'DROPPED'] as const;

const ANSWERS = {
  description: 'By item id: an answer code, a number, or { "missing": "BLANK" | "ILLEGIBLE" }.',
  example: { 'gfi-05': 7, 'gfi-10': 'sometimes', 'imesa-03': { missing: 'ILLEGIBLE' } },
} as const;
const ANSWER = { oneOf: [{ type: 'string' }, { type: 'number' }, { type: 'object', additionalProperties: true }] };

/** Whose form it is, to be compared with the paper. */
class ClientLabel {
  @IdField() id: string;
  @TextField({ max: 400, example: 'Berg, J.M. van der' }) listName: string;
  @CodeField(['FEMALE', 'MALE', 'OTHER', 'UNKNOWN']) sex: string;
  @DayField() birthDate: string;
  @IntegerField({ min: 0, max: 150 }) age: number;
}

class FormVersions {
  @TextField({ max: 60 }) gfi: string;
  @TextField({ max: 60 }) imesa: string;
}

export class SecondEntryItem {
  @IdField() id: string;
  @IntegerField({ min: 1, max: 2_147_483_647 }) version: number;
  @CodeField(SECOND_ENTRY_STATES) state: string;
  @IdField({ description: 'The response that was entered first.' }) responseId: string;
  @ObjectField(() => ClientLabel) client: ClientLabel;
  @TextField({ max: 8, nullable: true, description: 'Of the paper form, where it came from a round.' })
  formCode: string | null;
  @DayField({ nullable: true }) completedOn: string | null;
  @DayField() dueOn: string;
  @BooleanField({ description: 'The first entry was yours; by preference somebody else does the second.' })
  firstEntryIsYours: boolean;
  @BooleanField({ description: 'Somebody began the second entry.' }) begun: boolean;
}

export class SecondEntryPage extends PageView {
  @ListField(() => SecondEntryItem, { max: 200 }) items: SecondEntryItem[];
}

/** What the two entries say about one question. */
class Difference {
  @TextField({ max: 20 }) item: string;
  @ApiProperty(ANSWER) first: unknown;
  @ApiProperty(ANSWER) second: unknown;
}

export class SecondEntryView extends SecondEntryItem {
  @ObjectField(() => FormVersions) instruments: FormVersions;
  @MapField({ optional: true, description: 'What the second entry holds so far; never the first entry.' })
  answers?: Record<string, unknown>;
  @ListField(() => Difference, { max: 35, optional: true, description: 'Only while DIFFERENT: the differing items.' })
  differences?: Difference[];
}

export class UpdateSecondEntry {
  @MapField({ ...ANSWERS }) answers: Record<string, unknown>;
}

export class ResolveSecondEntry {
  @MapField({
    description: 'Per differing item: "FIRST", "SECOND", or { "answer": … } when the paper says something else.',
    example: { 'gfi-05': 'SECOND', 'imesa-03': { answer: 2 } },
  })
  choices: Record<string, unknown>;
}

export class WaiveSecondEntry {
  @TextField({ max: 300 }) reason: string;
}

const COUNT = { min: 0, max: 2_147_483_647 } as const;

/** How often the first entry was wrong, of the practice as a whole. */
export class EntryErrorRate {
  @IntegerField({ ...COUNT, description: 'Forms entered twice and compared.' }) forms: number;
  @IntegerField({ ...COUNT, nullable: true, description: 'null below 10 forms.' }) itemsCompared: number | null;
  @IntegerField({ ...COUNT, nullable: true }) itemsDifferent: number | null;
  @IntegerField({ ...COUNT, nullable: true, description: 'The first entry was wrong.' }) itemsChanged: number | null;
}
