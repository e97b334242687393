import { Injectable } from '@nestjs/common';
import { type HisAssignment, type HisLine, hisTexts, shownTotals } from '@samenoud/domain';
import { findText, text } from '@samenoud/texts';
import { ClientAccess } from '../platform/access/client-access.ts';
import { hisFactsOf } from './his-facts.ts';
import type { HisTextList } from './his-text.dto.ts';

/** Values that are codes, and their words. */
const WORDS: Readonly<Record<string, string>> = { role: 'hisTexts.role', discussed: 'hisTexts.discussed' };

/** Texts to copy to the GP's own system; the product writes nothing there. Source: `domain.md` 13.1. */
@Injectable()
export class HisTexts {
  constructor(private readonly access: ClientAccess) {}

  /** All texts there are facts for, that of the newest fact first. */
  async listOf(clientId: string): Promise<HisTextList> {
    await this.access.open(clientId, 'HIS_SUMMARY', 'READ', { type: 'HIS_SUMMARY' });
    const facts = await hisFactsOf(clientId);
    const texts = hisTexts(facts).map(({ kind, on, lines }) => ({
      kind,
      on,
      text: lines.map(written).join('\n'),
      episode: kind === 'ASSIGNED' ? episodeOf(facts.assignment) : null,
    }));
    return { texts };
  }

  /** The text that is offered first; empty when there is nothing to tell yet. */
  async firstOf(clientId: string): Promise<string> {
    const { texts } = await this.listOf(clientId);
    return texts[0]?.text ?? '';
  }
}

function written({ code, values }: HisLine): string {
  const sentence = findText(`hisTexts.line.${code}`);
  if (sentence === undefined) throw new Error(`no words for ${code}`);
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => wordFor(name, values[name] ?? ''));
}

function wordFor(name: string, value: string): string {
  const words = WORDS[name];
  return words === undefined ? value : (findText(`${words}.${value}`) ?? value);
}

/** Of the second button: A05 for people whose profile is FRAIL, and for nobody else. */
function episodeOf(assignment: HisAssignment | null): string | null {
  if (assignment?.profile !== 'FRAIL') return null;
  const { label: profile, totals } = assignment;
  if (totals === null) return text('hisTexts.episodeWithoutTotals', { profile });
  return text('hisTexts.episode', { profile, ...shownTotals(totals) });
}
