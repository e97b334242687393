import { Inject, Injectable } from '@nestjs/common';
import { text } from '@samenoud/texts';
import type { Config } from '../platform/config/config.ts';
import { CONFIG } from '../platform/config/config.module.ts';
import { Documents } from '../platform/documents/documents.ts';
import { accessCodeHash } from '../platform/identity/access-code.ts';
import { changeRows, query, queryOne, requestContext } from '../platform/request/request-context.ts';
import { InvitationSteps } from '../screening-rounds/invitation-steps.service.ts';
import { PRINT_OBJECT, type PrintParams } from './print-params.ts';
import { PrintReader } from './print-reader.service.ts';
import type { PrintRun } from './print-runs.ts';

interface Drawn {
  readonly content: Buffer;
  readonly accessCodes: readonly string[];
}

/** Where the document is, or what there is to be drawn instead. */
export type Outcome = { readonly href: string } | { readonly changed: PrintRun };

/** How many people one row of the access log names. */
const LOG_BLOCK = 200;

/** The last act of a run: document, steps, access codes and log rows are kept together, or not at all. */
@Injectable()
export class PrintKeeper {
  constructor(
    private readonly reader: PrintReader,
    private readonly documents: Documents,
    private readonly steps: InvitationSteps,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The document this job made before its worker stopped. */
  async keptBefore(jobId: string): Promise<string | null> {
    const { href } = await queryOne<{ href: string | null }>(
      'SELECT href FROM care.job WHERE practice_id = ctx.practice_id() AND user_id = ctx.user_id() AND id = $1',
      [jobId],
    );
    return href;
  }

  /** Keeps what was drawn when it is still what there is to be printed; else answers that. */
  async keep(jobId: string, params: PrintParams, run: PrintRun, drawn: Drawn): Promise<Outcome> {
    const now = await this.reader.read(params, true);
    if (fingerprint(now) !== fingerprint(run)) return { changed: now };
    if (run.kind === 'LETTERS') {
      await this.step(run);
      await this.addCodes(run, drawn.accessCodes);
    }
    const href = await this.documents.keep({
      kind: PRINT_OBJECT[run.kind],
      mediaType: 'application/pdf',
      fileName: fileName(run),
      content: drawn.content,
    });
    await changeRows(
      'UPDATE care.job SET href = $2 WHERE practice_id = ctx.practice_id() AND user_id = ctx.user_id() AND id = $1',
      [jobId, href],
    );
    this.log(run);
    return { href };
  }

  /** Letters made for the first time are a step; a letter made again is only noted. */
  private async step({ recipients, wave, today }: PrintRun): Promise<void> {
    const first = recipients.filter(({ refusal }) => refusal === null);
    const taken = await this.steps.lettersMade(first.map(({ invitationId }) => invitationId), wave, today); // prettier-ignore
    if (taken.length !== first.length) throw new Error('an invitation did not take the step of its letter');
    await this.steps.record(
      recipients
        .filter(({ refusal }) => refusal !== null)
        .map(({ invitationId, clientId, state }) => ({
          invitationId,
          clientId,
          from: state,
          to: state,
          step: `LETTER_${wave}` as const,
          on: today,
        })),
    );
  }

  private async addCodes({ recipients }: PrintRun, codes: readonly string[]): Promise<void> {
    await query('SELECT auth.add_access_codes($1::bytea[], $2::uuid[])', [
      codes.map((code) => accessCodeHash(this.config.key, code)),
      recipients.map(({ invitationId }) => invitationId),
    ]);
  }

  private log({ kind, wave, round, recipients }: PrintRun): void {
    const { log, user } = requestContext();
    for (let at = 0; at < recipients.length; at += LOG_BLOCK) {
      log.push({
        type: `PRINT_${PRINT_OBJECT[kind]}`,
        action: 'E',
        objectType: PRINT_OBJECT[kind],
        objectId: round.id,
        category: 1,
        rule: `SCREENING.CREATE.${user.role}`,
        query: { wave, ids: recipients.slice(at, at + LOG_BLOCK).map(({ clientId }) => clientId) },
      });
    }
  }
}

/** Everything that is drawn from the register: a changed name, address or mark is drawn anew too. */
const fingerprint = ({ recipients, letterhead, round }: PrintRun): string =>
  JSON.stringify([recipients, letterhead, round]);

function fileName({ kind, wave, round }: PrintRun): string {
  const name = text('letters.fileName', { kind: text(`letters.kind.${kind}`), round: round.name, wave: text(`letters.wave.${wave}`) }); // prettier-ignore
  return `${name
    .replace(/[\p{C}/\\:*?"<>|]/gu, ' ')
    .replace(/ +/g, ' ')
    .slice(0, 150)
    .trim()}.pdf`;
}
