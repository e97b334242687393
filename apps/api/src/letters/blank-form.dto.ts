import { BooleanField, TextField } from '../platform/http/fields.ts';

export class MakeBlankForm {
  @BooleanField({ optional: true, description: 'For who reads badly. Default false.' }) largePrint?: boolean;
}

export class BlankFormMade {
  @TextField({ max: 200, description: 'Where the PDF can be fetched, for 24 hours.' }) href: string;
}
