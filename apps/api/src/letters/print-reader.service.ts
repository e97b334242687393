import { Injectable } from '@nestjs/common';
import type { InstrumentPacks } from '@samenoud/domain';
import { Instruments } from '../instruments/instruments.service.ts';
import { DomainError } from '../platform/http/problem.ts';
import { requestContext } from '../platform/request/request-context.ts';
import { chosen } from './chosen-recipients.ts';
import { LetterRecipients, type Recipient } from './letter-recipients.service.ts';
import type { PrintParams } from './print-params.ts';
import { packKey, type PrintRun } from './print-runs.ts';
import { PrintedLetterheads } from './printed-letterhead.service.ts';

/** Reads what a run prints, as it is at this moment. */
@Injectable()
export class PrintReader {
  constructor(
    private readonly recipients: LetterRecipients,
    private readonly letterheads: PrintedLetterheads,
    private readonly instruments: Instruments,
  ) {}

  /** `hold` keeps everybody in it as they are until the end of the transaction. Throws NOBODY_TO_PRINT, LETTERHEAD_INCOMPLETE. */
  async read(params: PrintParams, hold = false): Promise<PrintRun> {
    const { kind, wave } = params;
    const round = await this.recipients.round(params.roundId, hold);
    const all = await this.recipients.list(round, params, hold);
    const recipients = chosen(kind, all, params);
    if (recipients.length === 0 && kind !== 'ADDRESS_LIST') throw new DomainError('NOBODY_TO_PRINT');
    const needsHead = kind === 'LETTERS' || kind === 'FORMS';
    const letterhead = await this.letterheads.read(needsHead);
    const packs = needsHead ? await this.packs(recipients) : new Map<string, InstrumentPacks>();
    return { kind, wave, round, letterhead, recipients, all, packs, today: requestContext().today };
  }

  private async packs(recipients: readonly Recipient[]): Promise<ReadonlyMap<string, InstrumentPacks>> {
    const packs = new Map<string, InstrumentPacks>();
    for (const one of recipients) {
      const key = packKey(one);
      if (!packs.has(key))
        packs.set(key, await this.instruments.packs({ gfi: one.gfiVersion, imesa: one.imesaVersion }));
    }
    return packs;
  }
}
