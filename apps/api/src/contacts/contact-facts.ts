import { contactDayFaults } from '@samenoud/domain';
import { invalidInput } from '../platform/http/problem.ts';
import { requestContext } from '../platform/request/request-context.ts';
import type { CorrectContact, RecordContact } from './contact.dto.ts';
import type { ContactFacts } from './contact-row.ts';

/** What is written, over what stands; empty text is none. Throws INVALID_INPUT at the day that cannot be. */
export function contactFacts(body: RecordContact | CorrectContact, before?: ContactFacts): ContactFacts {
  const { today } = requestContext();
  const next = body.next === undefined ? nextOf(before) : body.next;
  const facts: ContactFacts = {
    on: body.on ?? before?.on ?? today,
    type: body.type ?? before?.type ?? 'PHONE',
    reached: body.reached ?? before?.reached ?? true,
    present: written(body.present, before?.present),
    note: written(body.note, before?.note),
    nextOn: next?.on ?? null,
    nextType: next?.type ?? null,
    nextTime: next?.time ?? null,
  };
  const faults = contactDayFaults(facts, today);
  if (faults.on) throw invalidInput({ pointer: '/on', code: faults.on });
  if (faults.nextOn) throw invalidInput({ pointer: '/next/on', code: faults.nextOn });
  return facts;
}

const nextOf = (before: ContactFacts | undefined): RecordContact['next'] =>
  before?.nextOn ? { on: before.nextOn, type: before.nextType, time: before.nextTime } : null;

function written(given: string | null | undefined, before: string | null | undefined): string | null {
  if (given === undefined) return before ?? null;
  const trimmed = given?.trim() ?? '';
  return trimmed === '' ? null : trimmed;
}
