import { Injectable } from '@nestjs/common';
import { letterheadGaps } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { Letterheads } from '../letterheads/letterheads.service.ts';
import { DomainError } from '../platform/http/problem.ts';
import type { PrintedLetterhead } from './render/printed-letter.ts';

/** The letterhead as it is put on paper. */
@Injectable()
export class PrintedLetterheads {
  constructor(private readonly letterheads: Letterheads) {}

  /** Throws LETTERHEAD_INCOMPLETE with what it misses, where all of it is printed. */
  async read(mustBeComplete: boolean): Promise<PrintedLetterhead> {
    const head = await this.letterheads.get();
    if (mustBeComplete && letterheadGaps(head).length > 0)
      throw new DomainError('LETTERHEAD_INCOMPLETE', { extra: { missing: head.missing } });
    const logo = head.hasLogo ? await this.letterheads.findLogo() : undefined;
    const { name, street, postcode, city, phone, senderName, senderRole } = head;
    return {
      name: name ?? '',
      street: street ?? '',
      postcode: postcode ?? '',
      city: city ?? '',
      phone: phone ?? '',
      senderName: senderName ?? '',
      senderRole: senderRole ?? '',
      openingHours: head.openingHours,
      emergencyText: head.emergencyText ?? text('letterheads.emergencyText'),
      logo: logo?.content ?? null,
    };
  }
}
