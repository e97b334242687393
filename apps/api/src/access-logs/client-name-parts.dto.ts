import { NAME_USES } from '@samenoud/domain';
import { CodeField, TextField } from '../platform/http/fields.ts';

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
