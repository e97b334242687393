import { NAME_USES } from '@samenoud/domain';
import { CodeField, DayField, IdField, IntegerField, ListField, ObjectField, TextField } from '../http/fields.ts';

/** The parts of a name that it takes to tell one client from another. */
export class ClientNameParts {
  @TextField({ max: 40, nullable: true }) initials: string | null;
  @TextField({ max: 200, nullable: true }) given: string | null;
  @TextField({ max: 40, nullable: true }) prefix: string | null;
  @TextField({ max: 200 }) family: string;
  @TextField({ max: 40, nullable: true }) partnerPrefix: string | null;
  @TextField({ max: 200, nullable: true }) partnerFamily: string | null;
  @CodeField(NAME_USES) use: string;
}

export class FindExactClient {
  @TextField({ max: 200, description: 'Family name, own or of the partner; prefix may be left out.', example: 'Berg' })
  family: string;

  @DayField({ example: '1941-04-03' }) birthDate: string;
}

/** Name and birth date, and nothing else. */
export class ExactClient {
  @IdField() id: string;
  @ObjectField(() => ClientNameParts) name: ClientNameParts;
  @DayField() birthDate: string;
}

export class ExactClientList {
  @ListField(() => ExactClient, { max: 50 }) items: ExactClient[];
  @TextField({ max: 20, nullable: true }) nextCursor: string | null;
  @IntegerField({ min: 0, max: 50 }) total: number;
}
