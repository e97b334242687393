import { BooleanField, InstantField, IntegerField, TextField } from '../platform/http/fields.ts';

/** Whether whoever opens this record is looked at in the monthly review. */
export class ClientWatchView {
  @IntegerField({ min: 0, max: 2_147_483_647, description: '0 while it was never asked for.' }) version: number;
  @BooleanField() watched: boolean;
  @InstantField({ nullable: true }) since: string | null;
  @TextField({ max: 200, nullable: true }) setBy: string | null;
}

export class PutClientWatch {
  @BooleanField() watched: boolean;
}
