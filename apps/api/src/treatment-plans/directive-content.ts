import { DECISION_OTHERWISE } from '@samenoud/domain';
import { trimmed } from '../platform/client-documents/document-input.ts';
import type { SaveDirective } from './directive.dto.ts';

export type DirectiveContent = ReturnType<typeof directiveContent>;

/** What is kept of a directive: nothing that its kind or decision does not have. */
export function directiveContent(body: SaveDirective) {
  const isTreatment = body.kind === 'TREATMENT';
  const {
    otherText = null,
    decisionText = null,
    keptAt = null,
    datedOn = null,
    discussedOn = null,
    endsOn = null,
  } = body;
  const { comment = null, decision = null, code } = body;
  return {
    code,
    ...trimmed({
      otherText: code === 'OTH' ? otherText : null,
      decision: isTreatment ? decision : null,
      decisionText: isTreatment && decision === DECISION_OTHERWISE ? decisionText : null,
    }),
    agreedWith: isTreatment ? [...new Set(body.agreedWith)] : [],
    ...trimmed({
      discussedOn,
      datedOn: isTreatment ? null : datedOn,
      keptAt: isTreatment ? null : keptAt,
      endsOn,
      comment,
    }),
  };
}

/** In the order of the statements that write them. */
export const directiveValues = (content: DirectiveContent): readonly unknown[] => [
  content.code, content.otherText, content.decision, content.decisionText, content.agreedWith, content.discussedOn, content.datedOn,
  content.keptAt, content.endsOn, content.comment,
]; // prettier-ignore
