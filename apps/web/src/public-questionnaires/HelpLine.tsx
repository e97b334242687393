import { text } from '@samenoud/texts';
import { PhoneNumber } from './PhoneNumber.tsx';
import type { PracticeContact } from './questionnaire-types.ts';

function whomToCall(practice: PracticeContact | undefined): string {
  if (practice === undefined) return text('publicQuestionnaire.help.letter');
  if (practice.phone === null) return text('publicQuestionnaire.help.noNumber', { practice: practice.name });
  return text('publicQuestionnaire.help.call', { practice: practice.name });
}

/** The practice's number; before the code is known only the letter can tell which practice that is. */
export function HelpLine({ practice }: { practice: PracticeContact | undefined }) {
  return (
    <>
      <p>
        <strong>{text('publicQuestionnaire.help.title')}</strong> {whomToCall(practice)}
      </p>
      {practice !== undefined && practice.phone !== null && (
        <p>
          <PhoneNumber phone={practice.phone} />
        </p>
      )}
      {practice !== undefined && practice.openingHours !== null && <p>{practice.openingHours}</p>}
    </>
  );
}
