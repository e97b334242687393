import { ORGANISATION_KINDS, RETAINED_RECORD_TYPES, RETENTION_RULE_IDS } from '@samenoud/domain';
import {
  BooleanField,
  CodeField,
  DayField,
  IdField,
  IdsField,
  InstantField,
  IntegerField,
  ListField,
  TextField,
} from '../platform/http/fields.ts';
import { PageView } from '../platform/http/page.ts';

const MOST = 2_147_483_647;

export class RetainedPartView {
  @CodeField(RETAINED_RECORD_TYPES) recordType: string;
  @IdField() ownerOrgId: string;
  @TextField({ max: 200 }) ownerName: string;
  @CodeField(ORGANISATION_KINDS) ownerKind: string;
  @DayField() lastClinicalChangeOn: string;
  @CodeField(RETENTION_RULE_IDS) ruleId: string;
  @IntegerField({ min: 1, max: 100, description: 'How long the rule keeps it.' }) years: number;
  @DayField({ description: 'First day on which this part alone might go.' }) dueOn: string;
}

export class DueRecord {
  @IdField({ description: 'Of the client.' }) id: string;
  @TextField({ max: 600, nullable: true, description: 'Where the reader may see it.' }) clientName: string | null;
  @TextField({ max: 50, nullable: true, description: 'Of the client, where the reader may see it.' })
  status: string | null;
  @DayField({ description: 'First day on which the record may be destroyed: the latest of its parts.' }) dueOn: string;
  @ListField(() => RetainedPartView, { max: 50 }) parts: RetainedPartView[];
  @BooleanField({ description: 'Waits for the second person.' }) asked: boolean;
}

export class DueRecordList extends PageView {
  @TextField({ max: 20, description: 'Version of the rules.' }) rulesVersion: string;
  @ListField(() => DueRecord, { max: 200 }) items: DueRecord[];
}

export class AskRetentionBatch {
  @IdsField({ description: 'Clients whose record is due, 1 to 200.' }) clientIds: string[];
  @TextField({ max: 1000, optional: true, description: 'For the second person; stays when the records are gone.' })
  note?: string;
}

export class RetentionBatch {
  @IdField({ description: 'Of the question to the second person.' }) approvalId: string;
  @IntegerField({ min: 1, max: MOST }) records: number;
}

export class ExtendRetention {
  @DayField({ description: 'Last day on which it is kept, from today to thirty years on.' }) untilOn: string;
  @TextField({ max: 1000, description: 'Why good care asks it.' }) reason: string;
}

export class RetentionExtension {
  @IdField() id: string;
  @IdField() clientId: string;
  @DayField() untilOn: string;
  @TextField({ max: 1000 }) reason: string;
  @IdField() madeBy: string;
  @InstantField() madeAt: string;
}
