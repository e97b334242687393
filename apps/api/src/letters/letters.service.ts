import { Injectable } from '@nestjs/common';
import { letterheadGaps } from '@samenoud/domain';
import { Letterheads } from '../letterheads/letterheads.service.ts';
import { DomainError } from '../platform/http/problem.ts';
import type { JobStarted } from '../platform/jobs/job.dto.ts';
import { Jobs } from '../platform/jobs/jobs.ts';
import { requestContext } from '../platform/request/request-context.ts';
import { chosen } from './chosen-recipients.ts';
import type { MakeLetters } from './letter.dto.ts';
import { LetterRecipients } from './letter-recipients.service.ts';
import { PRINT_JOB, PRINT_OBJECT } from './print-params.ts';

/** Starts the printing of a wave; who really gets a letter is decided while it is made. */
@Injectable()
export class Letters {
  constructor(
    private readonly letterheads: Letterheads,
    private readonly recipients: LetterRecipients,
    private readonly jobs: Jobs,
  ) {}

  /** Throws WRONG_STATE for a round that is not open, LETTERHEAD_INCOMPLETE, and NOBODY_TO_PRINT. */
  async make(roundId: string, { wave, kind = 'LETTERS', ...body }: MakeLetters): Promise<JobStarted> {
    const round = await this.recipients.round(roundId);
    if (round.state !== 'OPEN') throw new DomainError('WRONG_STATE');
    const letterhead = await this.letterheads.get();
    const needsHead = kind === 'LETTERS' || kind === 'FORMS';
    if (needsHead && letterheadGaps(letterhead).length > 0) {
      throw new DomainError('LETTERHEAD_INCOMPLETE', { extra: { missing: letterhead.missing } });
    }
    const invitationIds = body.invitationIds?.filter((id) => id !== null);
    const asked = { wave, invitationIds, again: body.again };
    const all = await this.recipients.list(round, asked);
    const count = chosen(kind, all, asked).length;
    if (count === 0 && kind !== 'ADDRESS_LIST') throw new DomainError('NOBODY_TO_PRINT');
    requestContext().log.push({
      type: `START_${PRINT_OBJECT[kind]}`,
      action: 'E',
      objectType: PRINT_OBJECT[kind],
      objectId: roundId,
      category: 1,
      rule: `SCREENING.CREATE.${requestContext().user.role}`,
      query: { wave, count },
    });
    const params = {
      roundId,
      wave,
      kind,
      ...(invitationIds === undefined ? {} : { invitationIds }),
      ...(body.again === true ? { again: true } : {}),
    };
    return { jobId: await this.jobs.start(PRINT_JOB, params, count) };
  }
}
