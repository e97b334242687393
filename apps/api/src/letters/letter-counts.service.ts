import { Injectable } from '@nestjs/common';
import { LETTER_REFUSALS, LETTER_WAVES, type LetterWave } from '@samenoud/domain';
import { Letterheads } from '../letterheads/letterheads.service.ts';
import { requestContext } from '../platform/request/request-context.ts';
import { isByHand } from './chosen-recipients.ts';
import type { RoundLetters, WaveLetters } from './letter-counts.dto.ts';
import { LetterRecipients, type PrintedRound } from './letter-recipients.service.ts';

/** How many letters each wave would give at this moment, by the rule that makes them. */
@Injectable()
export class LetterCounts {
  constructor(
    private readonly letterheads: Letterheads,
    private readonly recipients: LetterRecipients,
  ) {}

  /** Throws NOT_FOUND for a round of another practice. */
  async of(roundId: string): Promise<RoundLetters> {
    const round = await this.recipients.round(roundId);
    const { missing } = await this.letterheads.get();
    const waves: WaveLetters[] = [];
    for (const wave of LETTER_WAVES) waves.push(await this.wave(round, wave));
    requestContext().log.push({
      type: 'COUNT_LETTERS',
      action: 'R',
      objectType: 'SCREENING_ROUND',
      objectId: roundId,
      category: 1,
    });
    return { missing, waves };
  }

  private async wave(round: PrintedRound, wave: LetterWave): Promise<WaveLetters> {
    const all = await this.recipients.list(round, { wave });
    const counts = LETTER_REFUSALS.map((reason) => ({
      reason,
      count: all.filter(({ refusal }) => refusal === reason).length,
    }));
    return {
      wave,
      gets: all.filter(({ refusal }) => refusal === null).length,
      again: counts.find(({ reason }) => reason === 'WAVE_ALREADY_SENT')?.count ?? 0,
      byHand: all.filter(({ refusal }) => isByHand(refusal)).length,
      getsNot: counts.filter(({ count }) => count > 0),
    };
  }
}
