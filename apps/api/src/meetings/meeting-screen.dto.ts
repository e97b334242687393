import { BooleanField, IdField, IntegerField } from '../platform/http/fields.ts';

const PLACE = { min: 1, max: 2_147_483_647 } as const;

export class ShowPlace {
  @IntegerField(PLACE) place: number;
  @BooleanField({ optional: true, description: 'Present from now on, whoever did before.' }) takeOver?: boolean;
}

/** What the screens of a running meeting show; nothing of a client. */
export class ShownPlace {
  @IntegerField({ ...PLACE, nullable: true, description: 'The place on the agenda; null: the first.' })
  place: number | null;
  @IdField({ nullable: true, description: 'Whom the others follow; null while the meeting does not run.' })
  presenterId: string | null;
}
