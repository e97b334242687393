import { type AccessAction, type Assessment, categoryOfItem } from '@samenoud/domain';
import type { ClientView } from '../platform/access/client-access.ts';
import { hiddenCode, type HiddenPart } from '../platform/http/hidden.dto.ts';
import { DomainError } from '../platform/http/problem.ts';
import type { AssessmentView, ResponseView } from './response.dto.ts';
import type { ResponseRow, StoredAssessment } from './response-row.ts';

/** In the answer to the act that completed a form, who entered it reads its assessment. Source: `trust.md` 3, footnote 1. */
export interface ViewOptions {
  readonly justCompleted?: boolean;
}

type Shown = Pick<
  ResponseView,
  | 'answers'
  | 'assessment'
  | 'secondEntry'
  | 'remark'
  | 'remarkRead'
  | 'totals'
  | 'urgentCallTo'
  | 'urgentCallAt'
  | 'amendmentReason'
>;

/** What the person at hand may see of a response; the rest is absent and named. */
export function responseView(row: ResponseRow, opened: ClientView, options: ViewOptions = {}): ResponseView {
  const hidden: HiddenPart[] = [];
  const shown: Shown =
    row.status === 'VOID'
      ? {}
      : {
          ...answersSeen(row, opened, hidden),
          ...assessmentSeen(row, opened, options, hidden),
          ...remarkSeen(row, opened, hidden),
          ...amendmentSeen(row, opened, hidden),
        };
  return { ...head(row), ...wordsOfHead(row, opened, hidden), ...shown, ...(hidden.length > 0 ? { hidden } : {}) };
}

function head(row: ResponseRow): ResponseView {
  const {
    id,
    version,
    clientId,
    status,
    entryMode,
    channel,
    completedOn,
    completedBy,
    completedWithHelpOf,
    completedAt,
  } = row;
  const { startedAt, enteredBy, missingPages, source, sourceText, supersedesId, amendmentCode } = row;
  const { movedFromId, roundId, voidCode, voidReason, voidedBy, voidedAt } = row;
  return {
    id, version, clientId, status, entryMode, channel, completedOn, completedBy, completedWithHelpOf, completedAt, startedAt,
    enteredBy, instruments: { gfi: row.gfiVersion, imesa: row.imesaVersion }, missingPages, source, sourceText, supersedesId,
    amendmentCode, movedFromId, roundId, voidCode, voidReason, voidedBy, voidedAt,
  }; // prettier-ignore
}

/** What people wrote in the head of a form is of category 1, also for who may write answers in it and not read that. */
function wordsOfHead(row: ResponseRow, opened: ClientView, hidden: HiddenPart[]): Partial<ResponseView> {
  const { ownerOrgId, enteredBy: madeBy } = row;
  const decision = opened.decide('IDENTITY', 'READ', { ownerOrgId, category: 1, madeBy });
  if (decision.allow || decision.code !== 'NO_BASIS') return {};
  const words = { completedWithHelpOf: null, sourceText: null, voidReason: null };
  hidden.push(...Object.keys(words).map((field) => ({ pointer: `/${field}`, code: decision.code })));
  return words;
}

/** Resource that the answers of a category belong to. */
const RESOURCE_OF_SHEET = { 2: 'WELLBEING_ANSWERS', 3: 'HEALTH_ANSWERS' } as const;

/**
 * Refuses work on a whole form by somebody who may not have all of its answers: scoring what she does not see would leave it out.
 * @throws DomainError with the code of the category that is closed.
 */
export function refuseHiddenAnswers(row: ResponseRow, opened: ClientView, action: AccessAction): void {
  for (const category of [2, 3] as const) {
    const ownerOrgId = row.sheets?.find((sheet) => sheet.category === category)?.ownerOrgId ?? row.ownerOrgId;
    const decision = opened.decide(RESOURCE_OF_SHEET[category], action, {
      ownerOrgId,
      category,
      madeBy: row.enteredBy,
    });
    if (!decision.allow) throw new DomainError(decision.code);
  }
}

function answersSeen(row: ResponseRow, opened: ClientView, hidden: HiddenPart[]): Shown {
  const refused = new Set<string>();
  const seen = ([2, 3] as const).flatMap((category) => {
    const sheet = row.sheets?.find((candidate) => candidate.category === category);
    const ownerOrgId = sheet?.ownerOrgId ?? row.ownerOrgId;
    const owned = { ownerOrgId, category, madeBy: row.enteredBy } as const;
    const reading = opened.decide(RESOURCE_OF_SHEET[category], 'READ', owned);
    // who may go on with a form reads what stands in it; in an emergency it is read and not gone on with
    const decision =
      row.status === 'IN_PROGRESS' && !reading.allow
        ? opened.decide(RESOURCE_OF_SHEET[category], 'UPDATE', owned)
        : reading;
    if (!decision.allow) refused.add(hiddenCode(decision.code));
    return decision.allow && sheet ? [sheet.answers] : [];
  });
  for (const code of refused) hidden.push({ pointer: '/answers', code });
  return refused.size === 2 || (refused.size === 1 && seen.length === 0) ? {} : { answers: Object.assign({}, ...seen) };
}

function assessmentSeen(
  row: ResponseRow,
  opened: ClientView,
  { justCompleted = false }: ViewOptions,
  hidden: HiddenPart[],
): Shown {
  if (row.status === 'IN_PROGRESS') return {};
  const ownerOrgId = row.assessmentOwnerId ?? row.ownerOrgId;
  const decision = opened.decide('RISK_PROFILE', 'READ', { ownerOrgId, category: 3, madeBy: row.enteredBy });
  if (!decision.allow && !(justCompleted && row.assessment)) {
    const code = hiddenCode(decision.code);
    hidden.push({ pointer: '/assessment', code }, { pointer: '/totals', code });
    return {};
  }
  if (!row.assessment) return {};
  const checked = row.secondEntry ? { secondEntry: row.secondEntry } : {};
  const classOnly = decision.allow && decision.grant.limit === 'CLASS_ONLY' && !justCompleted;
  if (!classOnly)
    return {
      assessment: withSharedAnswers(row, row.assessment, opened, justCompleted, hidden),
      totals: row.totals,
      ...checked,
    };
  hidden.push({ pointer: '/assessment/instruments', code: 'ROLE' }, { pointer: '/totals', code: 'ROLE' });
  return { assessment: classAndOpenItems(row.assessment), ...checked };
}

/** Scores are of category 3; the single answers behind them keep their own category. */
function withSharedAnswers(
  row: ResponseRow,
  assessment: StoredAssessment,
  opened: ClientView,
  justCompleted: boolean,
  hidden: HiddenPart[],
): AssessmentView {
  const owned = { ownerOrgId: row.assessmentOwnerId ?? row.ownerOrgId, category: 2, madeBy: row.enteredBy } as const;
  const wellbeing = opened.decide('WELLBEING_ANSWERS', 'READ', owned);
  if (wellbeing.allow || justCompleted) return assessment;
  hidden.push({ pointer: '/assessment/instruments', code: hiddenCode(wellbeing.code) });
  const shared = <Score extends Assessment['instruments']['gfi']>(score: Score): Score => ({
    ...score,
    contributions: score.contributions.filter(({ item }) => categoryOfItem(item) !== 2),
  });
  const { gfi, imesa } = assessment.instruments;
  return { ...assessment, instruments: { gfi: shared(gfi), imesa: shared(imesa) } };
}

/** What an assistant needs to ask by phone: the class and the open items, never answers or scores. */
function classAndOpenItems(assessment: StoredAssessment): AssessmentView {
  const { instruments, proposedProfile, possibleProfiles, determined, deciding, rule, labels } = assessment;
  const open = { gfi: { missing: instruments.gfi.missing }, imesa: { missing: instruments.imesa.missing } };
  return { instruments: open, proposedProfile, possibleProfiles, determined, deciding, rule, labels };
}

/**
 * The remark is read by who may read the answers. What was written online is a task for whoever enters forms: she reads it
 * until it is marked as read, and after that only who read it and when. Source: `domain.md` 5, `trust.md` 3.
 */
function remarkSeen(row: ResponseRow, opened: ClientView, hidden: HiddenPart[]): Shown {
  const owned = { ownerOrgId: row.remarkOwnerId ?? row.ownerOrgId, category: 3, madeBy: row.enteredBy } as const;
  const { remarkReadDueOn: dueOn, remarkReadBy: by, remarkReadAt: at } = row;
  const waits = row.status === 'COMPLETED' && dueOn !== null && at === null;
  const action = row.status === 'IN_PROGRESS' || waits ? 'UPDATE' : 'READ';
  const decided = (asked: AccessAction) => opened.decide('HEALTH_ANSWERS', asked, owned);
  const allowed = (asked: AccessAction): boolean => decided(asked).allow;
  const read = dueOn !== null && allowed('UPDATE') ? { remarkRead: { dueOn, by, at } } : {};
  const reading = decided('READ');
  if (!allowed(action) && !reading.allow) {
    hidden.push({ pointer: '/remark', code: hiddenCode(reading.code) });
    return read;
  }
  return { remark: row.remark, urgentCallTo: row.urgentCallTo, urgentCallAt: row.urgentCallAt, ...read };
}

/** Why a form was amended tells about what was answered: it is for who may read or enter answers of category 3. */
function amendmentSeen(row: ResponseRow, opened: ClientView, hidden: HiddenPart[]): Shown {
  const owned = { ownerOrgId: row.ownerOrgId, category: 3, madeBy: row.enteredBy } as const;
  const reading = opened.decide('HEALTH_ANSWERS', 'READ', owned);
  if (reading.allow || opened.decide('HEALTH_ANSWERS', 'UPDATE', owned).allow)
    return { amendmentReason: row.amendmentReason };
  hidden.push({ pointer: '/amendmentReason', code: hiddenCode(reading.code) });
  return {};
}
