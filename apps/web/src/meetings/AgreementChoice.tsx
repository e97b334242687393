import { CLIENT_AGREEMENTS, type ClientAgreement } from '@samenoud/domain';
import { text } from '@samenoud/texts';
import { RadioQuestion } from '../ui/RadioQuestion.tsx';

type Props = {
  value: ClientAgreement;
  onChange: (value: ClientAgreement) => void;
  /** The focus comes here when the dialog opens. */
  autoFocus?: boolean;
};

/** Whether the client agrees to be discussed; what a no does stands beside it. */
export function AgreementChoice({ value, onChange, autoFocus = false }: Props) {
  return (
    <RadioQuestion
      legend={text('teamMeetings.agreement.label')}
      choices={CLIENT_AGREEMENTS.map((code) => ({ code, label: text(`teamMeetings.agreement.choose.${code}`) }))}
      value={value}
      onChange={onChange}
      autoFocus={autoFocus}
    />
  );
}
