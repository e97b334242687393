import { DUE_CODES } from '@samenoud/domain';
import { ClientListItem } from '../clients/search-clients.service.ts';
import {
  BooleanField,
  CodeField,
  DayField,
  IdField,
  IntegerField,
  ListField,
  ObjectField,
  TextField,
} from '../platform/http/fields.ts';
import { HiddenPart } from '../platform/http/hidden.dto.ts';

const MAX = 2_147_483_647;
const COUNT = { min: 0, max: MAX } as const;

export class DueReasonView {
  @CodeField(DUE_CODES) code: string;
  @DayField({ description: 'Of several things the oldest.' }) since: string;
  @BooleanField() overdue: boolean;
  @IntegerField({ min: -MAX, max: MAX, description: '0 or less while nothing is late.' }) daysOverdue: number;
}

class StandingIn {
  @IdField({ description: 'For whom.' }) userId: string;
  @DayField({ description: 'The last day.' }) untilOn: string;
}

export class CaseloadItem extends ClientListItem {
  @ListField(() => DueReasonView, { max: 20 }) due: DueReasonView[];
  @DayField({ nullable: true }) nextContactOn: string | null;
  @ObjectField(() => StandingIn, { nullable: true }) standingInFor: StandingIn | null;
}

export class DueOfClient {
  @ListField(() => DueReasonView, { max: 20 }) items: DueReasonView[];
  @DayField({ nullable: true }) nextContactOn: string | null;
  @ListField(() => HiddenPart, { max: 5, optional: true }) hidden?: HiddenPart[];
}

export class CaseloadPage {
  @ListField(() => CaseloadItem, { max: 200 }) items: CaseloadItem[];
  @TextField({ max: 2000, nullable: true }) nextCursor: string | null;
  @IntegerField(COUNT) total: number;
}

class CaseloadOfColleague {
  @IdField() userId: string;
  @IntegerField(COUNT) clients: number;
  @IntegerField({ ...COUNT, description: 'Of these with profile COMPLEX, where that may be known.' }) complex: number;
}

export class CaseloadSizes {
  @IntegerField({ ...COUNT, nullable: true, description: 'From more than this the practice wants a warning.' })
  maxCaseload: number | null;
  @ListField(() => CaseloadOfColleague, { max: 1000 }) items: CaseloadOfColleague[];
}
