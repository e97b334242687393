import { Injectable } from '@nestjs/common';
import { text } from '@samenoud/texts';
import { Instruments } from '../instruments/instruments.service.ts';
import { Documents } from '../platform/documents/documents.ts';
import { requestContext } from '../platform/request/request-context.ts';
import type { BlankFormMade, MakeBlankForm } from './blank-form.dto.ts';
import { PrintedLetterheads } from './printed-letterhead.service.ts';
import { renderForms } from './render/forms-pdf.ts';

/** A questionnaire of nobody in particular, to have at hand for when Samenoud is out of reach. */
@Injectable()
export class BlankForm {
  constructor(
    private readonly letterheads: PrintedLetterheads,
    private readonly instruments: Instruments,
    private readonly documents: Documents,
  ) {}

  /** Name and birth date are written on it by hand. It is four sheets, so it is drawn at once. Throws LETTERHEAD_INCOMPLETE. */
  async make({ largePrint = false }: MakeBlankForm): Promise<BlankFormMade> {
    const letterhead = await this.letterheads.read(true);
    const packs = await this.instruments.packs(await this.instruments.activeVersions());
    const title = text('letters.blankForm.title');
    const content = await renderForms(title, [{ letterhead, roundName: title, packs, largePrint, client: null }]);
    const { log, user } = requestContext();
    const rule = `SCREENING.CREATE.${user.role}`;
    log.push({ type: 'PRINT_BLANK_FORM', action: 'C', objectType: 'BLANK_FORM', rule, query: { largePrint } });
    const fileName = `${title}.pdf`;
    return { href: await this.documents.keep({ kind: 'BLANK_FORM', mediaType: 'application/pdf', fileName, content }) };
  }
}
