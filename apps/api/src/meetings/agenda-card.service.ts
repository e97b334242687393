import { Injectable } from '@nestjs/common';
import { CarePlans } from '../care-plans/care-plans.service.ts';
import { ClientAccess, type ClientView } from '../platform/access/client-access.ts';
import { requestContext } from '../platform/request/request-context.ts';
import { type ResponseChange, ResponseChanges } from '../questionnaires/response-changes.service.ts';
import type { AgendaCardView } from './agenda-card.dto.ts';
import { changedSince, formOfCard, profileOfCard } from './agenda-card-rows.ts';
import { keptItem } from './kept-item.ts';
import { medicalNoteRight } from './medical-note-rights.ts';
import { MeetingAccess } from './meeting-access.service.ts';
import { answersChanged, totals } from './shown-changes.ts';

type CarePlanView = Awaited<ReturnType<CarePlans['get']>>;

/** What a client's card says beside her line: what changed, and her plan on a page. Source: domain.md 10, item contents. */
@Injectable()
export class AgendaCards {
  constructor(
    private readonly meetings: MeetingAccess,
    private readonly clients: ClientAccess,
    private readonly plans: CarePlans,
    private readonly changes: ResponseChanges,
  ) {}

  async get(itemId: string): Promise<AgendaCardView> {
    const { meetingId, clientId, ownerOrgId } = await keptItem(itemId);
    await this.meetings.open(meetingId, 'READ');
    const object = { type: 'AGENDA_ITEM', id: itemId };
    const client = await this.clients.open(clientId, 'MEETING', 'READ', object, { ownerOrgId, category: 6 });
    const change = await this.changeOf(itemId, clientId);
    const plan = await this.planOf(client);
    const hidden = [
      ...(change !== undefined && (change.isPartHidden || change.now === null)
        ? [{ pointer: '/answers', code: 'NO_BASIS' }]
        : []),
      ...(plan === 'HIDDEN' ? [{ pointer: '/plan', code: 'NO_BASIS' }] : []),
    ];
    const medicalNote = medicalNoteRight(client);
    return {
      itemId,
      assigned: await profileOfCard(clientId),
      answers: change === undefined || change.now === null ? null : answersView(change),
      plan: plan === 'HIDDEN' || plan === undefined ? null : planView(plan, requestContext().today),
      changedSince: await changedSince(itemId, clientId),
      ...(medicalNote === undefined ? {} : { medicalNote }),
      ...(hidden.length > 0 ? { hidden } : {}),
    };
  }

  private async changeOf(itemId: string, clientId: string): Promise<ResponseChange | undefined> {
    const form = await formOfCard(itemId, clientId);
    if (form === undefined) return undefined;
    requestContext().log.push({
      type: 'READ_RESPONSE',
      action: 'R',
      objectType: 'RESPONSE',
      objectId: form,
      clientId,
      category: 3,
    });
    return (await this.changes.of([form])).get(form);
  }

  private async planOf(client: ClientView): Promise<CarePlanView | 'HIDDEN' | undefined> {
    if (!client.mayRead('CARE_PLAN', { ownerOrgId: client.practiceOrgId, category: 4 })) return 'HIDDEN';
    const { items } = await this.plans.listOf(client.clientId, {});
    const open = items.find(({ state }) => state !== 'CLOSED');
    if (open === undefined) return undefined;
    const plan = await this.plans.get(open.id);
    return plan.problems === undefined ? 'HIDDEN' : plan;
  }
}

const answersView = ({
  completedOn,
  previousOn,
  compared,
  now,
  before,
  changes,
}: ResponseChange): AgendaCardView['answers'] => ({
  completedOn,
  previousOn,
  compared,
  now: now && totals(now),
  before: before && totals(before),
  changes: answersChanged(changes),
});

const isChosen = ({ wantsToWorkOnIt }: { wantsToWorkOnIt: string }): boolean => wantsToWorkOnIt === 'YES';

function planView({ state, whatMatters = null, problems = [] }: CarePlanView, today: string): AgendaCardView['plan'] {
  const standing = problems.filter(({ closedOn }) => closedOn === null);
  const goals = standing.flatMap((problem) => problem.goals);
  return {
    state,
    whatMatters,
    problems: standing
      .toSorted((one, other) => Number(isChosen(other)) - Number(isChosen(one)))
      .map((problem) => ({
        label: problem.areaLabel,
        isChosen: isChosen(problem),
        goals: problem.goals
          .filter(({ stoppedOn }) => stoppedOn === null)
          .map(({ text, baselineScore, latestScore, targetScore }) => ({
            text,
            baseline: baselineScore,
            latest: latestScore,
            target: targetScore,
          })),
      })),
    lateActions: goals
      .flatMap(({ actions }) => actions)
      .filter(({ state: one, dueOn }) => one === 'OPEN' && dueOn < today).length,
  };
}
