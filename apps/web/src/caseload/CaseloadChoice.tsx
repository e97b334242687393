import { NativeSelect } from '@mantine/core';
import { plural, text } from '@samenoud/texts';
import { useQuery } from '@tanstack/react-query';
import classes from './caseload.module.css';
import { caseloadSizesQuery } from './caseload-queries.ts';

type Props = {
  ownId: string;
  of: string | undefined;
  colleagueOf: (userId: string) => string;
  onChoose: (userId: string | undefined) => void;
};

/** Whose caseload, with how many clients each has; a warning where that is more than the practice wants. */
export function CaseloadChoice({ ownId, of, colleagueOf, onChoose }: Props) {
  const { data: sizes } = useQuery(caseloadSizesQuery);
  if (sizes === undefined) return null;
  const { maxCaseload, items } = sizes;
  const chosen = items.find(({ userId }) => userId === (of ?? ownId));
  const isOver = chosen !== undefined && maxCaseload !== null && chosen.clients > maxCaseload;
  const others = items.filter(({ userId }) => userId !== ownId);
  return (
    <div className={classes['choice']}>
      {others.length > 0 && (
        <NativeSelect
          label={text('caseload.whose')}
          value={of ?? ''}
          data={[
            { value: '', label: text('caseload.mine') },
            ...others.map(({ userId, clients }) => ({
              value: userId,
              label: `${colleagueOf(userId)} (${plural('caseload.count', clients)})`,
            })),
          ]}
          onChange={({ currentTarget }) => onChoose(currentTarget.value === '' ? undefined : currentTarget.value)}
        />
      )}
      {chosen !== undefined && (
        <p className={classes['load']}>
          {text('caseload.load', { n: chosen.clients, complex: chosen.complex })}
          {isOver && <strong> {text('caseload.overLimit', { max: maxCaseload })}</strong>}
        </p>
      )}
    </div>
  );
}
