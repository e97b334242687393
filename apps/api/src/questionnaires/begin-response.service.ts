import { Injectable } from '@nestjs/common';
import {
  type Answers,
  assess,
  assessTotals,
  type CutOffs,
  type InstrumentPacks,
  scoreOnlyProblems,
} from '@samenoud/domain';
import { Instruments } from '../instruments/instruments.service.ts';
import { ClientAccess } from '../platform/access/client-access.ts';
import { checkedAnswers } from '../platform/http/checked-answers.ts';
import { DomainError, type FieldProblem, invalidInput } from '../platform/http/problem.ts';
import { newId } from '../platform/http/uuid.ts';
import { requestContext } from '../platform/request/request-context.ts';
import { InvitationFollower } from '../screening-rounds/invitation-follower.service.ts';
import { dayFaults, refuseIncompleteHead } from './form-checks.ts';
import { type FormSettings, FormStore, type NewForm, scoredForm, typist } from './form-store.ts';
import type { CreateResponse, ResponseView } from './response.dto.ts';
import { getResponseRow } from './response-row.ts';
import { responseView } from './response-view.ts';

/** Starts a form, enters a whole one at once, or takes over totals that were scored elsewhere. */
@Injectable()
export class BeginResponse {
  constructor(
    private readonly access: ClientAccess,
    private readonly instruments: Instruments,
    private readonly forms: FormStore,
    private readonly invitations: InvitationFollower,
  ) {}

  async begin(clientId: string, body: CreateResponse): Promise<ResponseView> {
    const answers = checkedAnswers(body.answers);
    const id = newId();
    const completed = body.status === 'COMPLETED' || body.entryMode === 'SCORE_ONLY';
    const opened = await this.access.open(clientId, 'HEALTH_ANSWERS', completed ? 'FINALISE' : 'CREATE', {
      type: 'RESPONSE',
      id,
    });
    const place = await this.invitations.placeOf(clientId, body);
    const printed = place && { gfi: place.gfiVersion, imesa: place.imesaVersion };
    const settings = { ...(await this.forms.settings(clientId)), ...printed };
    const packs = await this.instruments.packs(settings);
    const form =
      body.entryMode === 'SCORE_ONLY'
        ? this.scoreOnly(body, settings, packs)
        : this.items(body, answers, settings, packs);
    await this.forms.insert({ ...form, id, clientId, roundId: place?.roundId ?? null });
    if (form.scored)
      await this.invitations.completed({ responseId: id, clientId, place, channel: form.channel, ...form.scored });
    else await this.invitations.begun(id, place);
    return responseView(await getResponseRow(id), opened, { justCompleted: completed });
  }

  private items(
    body: CreateResponse,
    answers: Answers,
    settings: FormSettings,
    packs: InstrumentPacks,
  ): Omit<NewForm, 'id' | 'clientId'> {
    refuseScoreOnlyFields(body);
    const completed = body.status === 'COMPLETED';
    const head = headOf(body);
    const { today } = requestContext();
    const birthDate = settings.birthDate ?? today;
    if (head.channel === null) throw invalidInput({ pointer: '/channel', code: 'REQUIRED' });
    if (completed) refuseIncompleteHead({ ...head, answers }, birthDate, today, body.confirmOldDate ?? false);
    else refuseFaults(dayFaults(head.completedOn, birthDate, today, true));
    if (settings.inProgressId)
      throw new DomainError('RESPONSE_IN_PROGRESS', { extra: { responseId: settings.inProgressId } });
    return {
      ...head,
      ...versionsOf(settings),
      status: completed ? 'COMPLETED' : 'IN_PROGRESS',
      entryMode: 'ITEMS',
      answers,
      ...(completed ? { scored: scoredForm(assess(packs, answers, settings.cutOffs), answers, packs) } : {}),
    };
  }

  private scoreOnly(
    body: CreateResponse,
    settings: FormSettings,
    packs: InstrumentPacks,
  ): Omit<NewForm, 'id' | 'clientId'> {
    const { today } = requestContext();
    const totals = body.totals ?? {};
    const faults: FieldProblem[] = scoreOnlyProblems({ ...totals }, { ...body.imesaDomains }).map(
      ({ pointer, code }) => ({
        pointer,
        code: code === 'REQUIRED' ? 'REQUIRED' : code === 'SUM_MISMATCH' ? 'DOMAINS_DO_NOT_ADD_UP' : 'INVALID_VALUE',
      }),
    );
    if (body.source === undefined) faults.push({ pointer: '/source', code: 'REQUIRED' });
    if (body.source === 'OTHER' && !body.sourceText) faults.push({ pointer: '/sourceText', code: 'REQUIRED' });
    if (!body.completedOn) faults.push({ pointer: '/completedOn', code: 'REQUIRED' });
    if (body.answers !== undefined) faults.push({ pointer: '/answers', code: 'UNKNOWN_PROPERTY' });
    if (body.status === 'IN_PROGRESS') faults.push({ pointer: '/status', code: 'INVALID_VALUE' });
    faults.push(
      ...dayFaults(body.completedOn ?? null, settings.birthDate ?? today, today, body.confirmOldDate ?? false),
    );
    refuseFaults(faults);
    const scored = {
      assessment: this.assessed(totals, body, packs, settings.cutOffs),
      emptyForm: false,
      totals: { ...totals },
    };
    return {
      ...headOf(body),
      ...versionsOf(settings),
      status: 'COMPLETED',
      entryMode: 'SCORE_ONLY',
      source: body.source ?? null,
      sourceText: body.sourceText ?? null,
      answers: {},
      scored,
    };
  }

  private assessed(
    totals: object,
    body: CreateResponse,
    packs: InstrumentPacks,
    cutOffs: CutOffs,
  ): ReturnType<typeof assessTotals> {
    return assessTotals(
      packs,
      { totals: { ...totals }, imesaDomains: body.imesaDomains ? { ...body.imesaDomains } : undefined },
      cutOffs,
    );
  }
}

type Head = Pick<
  NewForm,
  'channel' | 'completedOn' | 'completedBy' | 'completedWithHelpOf' | 'enteredBy' | 'missingPages'
>;

function headOf(body: CreateResponse): Head {
  return {
    channel: body.channel ?? null,
    completedOn: body.completedOn ?? null,
    completedBy: body.completedBy ?? null,
    completedWithHelpOf: body.completedWithHelpOf ?? null,
    enteredBy: typist(),
    missingPages: body.missingPages ?? [],
  };
}

const versionsOf = ({ gfi, imesa }: FormSettings): { gfiVersion: string; imesaVersion: string } => ({
  gfiVersion: gfi,
  imesaVersion: imesa,
});

function refuseFaults(faults: readonly FieldProblem[]): void {
  if (faults.length > 0) throw invalidInput(...faults);
}

function refuseScoreOnlyFields(body: CreateResponse): void {
  const misplaced = (['totals', 'imesaDomains', 'source', 'sourceText'] as const).filter(
    (key) => body[key] !== undefined,
  );
  refuseFaults(misplaced.map((key) => ({ pointer: `/${key}`, code: 'UNKNOWN_PROPERTY' })));
}
