import { Injectable } from '@nestjs/common';
import { grantFor } from '@samenoud/domain';
import { ClientAccess, type ClientView } from '../platform/access/client-access.ts';
import { hiddenCode } from '../platform/http/hidden.dto.ts';
import { expectedVersion } from '../platform/http/if-match.ts';
import { pageOf, type PageQuery } from '../platform/http/page.ts';
import { DomainError } from '../platform/http/problem.ts';
import { newId } from '../platform/http/uuid.ts';
import { query, requestContext } from '../platform/request/request-context.ts';
import { SignalRecorder } from './record-signal.service.ts';
import type { RecordSignal, SignalList, SignalView, UpdateSignal } from './signal.dto.ts';
import { ownedSignal, SIGNAL_SELECT, type SignalRow, signalRow, signalView } from './signal-row.ts';
import { SignalSteps } from './signal-steps.service.ts';

/** Signals about clients: what was noticed, the verdict, and what became of it. Source: domain.md 9. */
@Injectable()
export class Signals {
  constructor(
    private readonly access: ClientAccess,
    private readonly recorder: SignalRecorder,
    private readonly steps: SignalSteps,
  ) {}

  /** What waits for a verdict first, then newest first. */
  async ofClient(clientId: string, page: PageQuery): Promise<SignalList> {
    const opened = await this.access.open(clientId, 'CONTACTS', 'READ', { type: 'SIGNALS' });
    const rows = await query<SignalRow>(
      `${SIGNAL_SELECT} AND s.client_id = $1
       ORDER BY s.state = 'CLOSED', s.verdict IS NOT NULL, s.urgency = 'NORMAL', s.seen_on DESC, s.recorded_at DESC, s.id`,
      [clientId],
    );
    const part = pageOf(rows.filter((row) => opened.mayRead('CONTACTS', ownedSignal(row))), page); // prettier-ignore
    const shown = part.items.map((row) => ({ decision: opened.decide('CONTACTS', 'READ', ownedSignal(row)), row: ownedSignal(row) })); // prettier-ignore
    this.access.logShown(opened, { type: 'SIGNALS' }, shown);
    return { ...part, items: part.items.map((row) => signalView(row, opened)), ...hiddenSignals(opened) };
  }

  /** By anyone in the team and the assistant. */
  async record(clientId: string, body: RecordSignal): Promise<SignalView> {
    const id = newId();
    const opened = await this.access.open(clientId, 'CONTACTS', 'CREATE', { type: 'SIGNAL', id });
    return signalView(await this.recorder.record(clientId, body), opened);
  }

  /** Verdict, agenda, closing, and back. Throws ROLE for who only records, WRONG_STATE, STALE with the signal as it is. */
  async update(id: string, ifMatch: string | undefined, body: UpdateSignal): Promise<SignalView> {
    const limit = grantFor(requestContext().user.role, 'CONTACTS', 'UPDATE')?.limit;
    if (limit === 'REFERRAL_SENT_ONLY') throw new DomainError('ROLE');
    const version = expectedVersion(ifMatch);
    const row = await signalRow(id);
    const opened = await this.access.open(row.clientId, 'CONTACTS', 'UPDATE', { type: 'SIGNAL', id }, ownedSignal(row));
    if (row.version !== version) throw new DomainError('STALE', { extra: { current: signalView(row, opened) } });
    await this.take(row, body);
    return signalView(await signalRow(id), opened);
  }

  private async take(row: SignalRow, { state, suggestion, ...words }: UpdateSignal): Promise<void> {
    if (state !== undefined) return this.steps.take(row, state, words);
    if (suggestion === null) return this.steps.dropSuggestion(row);
    if (words.verdict === undefined) return;
    if (row.state === 'NEW') return this.steps.take(row, 'ASSESSED', words);
    await this.steps.judge(row, words.verdict);
  }
}

/** Named by category, whether or not there is anything: so it tells nothing. */
function hiddenSignals(opened: ClientView): Pick<SignalList, 'hidden'> {
  for (const category of [2, 4] as const) {
    const decision = opened.decide('CONTACTS', 'READ', { ownerOrgId: opened.practiceOrgId, category });
    if (!decision.allow) return { hidden: [{ pointer: '/items', code: hiddenCode(decision.code) }] };
  }
  return {};
}
