import { Button, Group, NativeSelect, Stack, Text, Title } from '@mantine/core';
import { plural, text } from '@samenoud/texts';
import { useLayoutEffect, useRef, useState } from 'react';
import { useHotkeys } from '../platform/hotkeys.ts';
import { Keys } from '../ui/Keys.tsx';
import { ProblemSummary } from '../ui/ProblemSummary.tsx';
import { back, choose, type DifferenceRow, remaining, startChoosing } from './difference-state.ts';
import classes from './second-entries.module.css';
import type { Choice } from './second-entry-types.ts';

type Props = {
  /** Whose form it is. */
  heading: string;
  rows: readonly DifferenceRow[];
  isBusy: boolean;
  error: unknown;
  onResolve: (choices: Readonly<Record<string, Choice>>) => void;
};

type RowProps = {
  row: DifferenceRow;
  isCurrent: boolean;
  choice: Choice | undefined;
  isOther: boolean;
  onChoose: (choice: Choice) => void;
};

const isAnswer = (choice: Choice | undefined): choice is { answer: DifferenceRow['options'][number]['answer'] } =>
  typeof choice === 'object';

/** What the paper says when both typed it wrong. */
function OtherAnswer({ row, choice, onChoose }: Pick<RowProps, 'row' | 'choice' | 'onChoose'>) {
  const chosen = isAnswer(choice) ? JSON.stringify(choice.answer) : '';
  return (
    <NativeSelect
      mt="md"
      autoFocus
      label={text('secondEntries.differences.otherLabel', { number: row.number })}
      data={[
        { value: '', label: text('secondEntries.differences.choose') },
        ...row.options.map(({ key, words, answer }) => ({ value: JSON.stringify(answer), label: `${key} ${words}` })),
      ]}
      value={chosen}
      onChange={({ currentTarget }) => {
        const option = row.options.find(({ answer }) => JSON.stringify(answer) === currentTarget.value);
        if (option !== undefined) onChoose({ answer: option.answer });
      }}
    />
  );
}

/** One question with both answers side by side. */
function Difference({ row, isCurrent, choice, isOther, onChoose }: RowProps) {
  const fieldset = useRef<HTMLFieldSetElement>(null);
  useLayoutEffect(() => {
    if (!isCurrent || isOther) return;
    // Not the radio: there 1 and 2 would be typing.
    fieldset.current?.focus({ preventScroll: true });
    fieldset.current?.scrollIntoView({ block: 'nearest' });
  }, [isCurrent, isOther]);
  const both = [
    { code: 'FIRST', title: text('secondEntries.differences.first'), ...row.first },
    { code: 'SECOND', title: text('secondEntries.differences.second'), ...row.second },
  ] as const;
  return (
    <fieldset ref={fieldset} tabIndex={-1} className={classes['difference']} data-current={isCurrent || undefined}>
      <legend className={classes['legend']}>
        {text('secondEntries.differences.chooseFor', { number: row.number, label: row.label })}
      </legend>
      <div className={classes['both']}>
        {both.map(({ code, title, sign, words }) => (
          <label key={code} className={classes['side']} data-chosen={choice === code || undefined}>
            <input type="radio" name={row.item} checked={choice === code} onChange={() => onChoose(code)} />
            <span className={classes['quiet']}>{title}</span>
            <span className={classes['sign']}>{sign}</span>
            {words !== sign && <span>{words}</span>}
          </label>
        ))}
      </div>
      {(isOther || isAnswer(choice)) && <OtherAnswer row={row} choice={choice} onChoose={onChoose} />}
    </fieldset>
  );
}

/** The two entries side by side: one key per difference, then Enter. */
export function Differences({ heading, rows, isBusy, error, onResolve }: Props) {
  const [state, setState] = useState(startChoosing);
  const [otherAt, setOtherAt] = useState<number>();
  const submit = useRef<HTMLButtonElement>(null);
  const current = rows[state.cursor];
  const left = remaining(state, rows);
  useLayoutEffect(() => {
    if (current === undefined) submit.current?.focus();
  }, [current]);

  function take(item: string, choice: Choice): void {
    setOtherAt(undefined);
    setState(choose(state, rows, item, choice));
  }
  const takeHere = (choice: Choice): void => void (current !== undefined && take(current.item, choice));
  const keys = [
    { keys: '1', description: text('secondEntries.differences.keyFirst'), run: () => takeHere('FIRST') },
    { keys: '2', description: text('secondEntries.differences.keySecond'), run: () => takeHere('SECOND') },
    { keys: '3', description: text('secondEntries.differences.keyOther'), run: () => setOtherAt(state.cursor) },
    { keys: 'Backspace', description: text('secondEntries.differences.keyBack'), run: () => setState(back(state)) },
  ];
  useHotkeys(keys);
  return (
    <Stack maw={760} gap="lg">
      <div>
        <Title order={1}>{plural('secondEntries.differences.title', rows.length)}</Title>
        <Text fw={700}>{heading}</Text>
        <Text c="dimmed">{text('secondEntries.differences.hint')}</Text>
      </div>
      {error !== null && error !== undefined && <ProblemSummary error={error} />}
      {rows.map((row, index) => (
        <Difference
          key={row.item}
          row={row}
          isCurrent={index === state.cursor}
          choice={state.choices[row.item]}
          isOther={otherAt === index}
          onChoose={(choice) => take(row.item, choice)}
        />
      ))}
      <div className={classes['keys']}>
        {keys.map(({ keys: cap, description, run }) => (
          <button key={cap} type="button" className={classes['key']} onClick={run}>
            <Keys keys={cap === 'Backspace' ? '⌫' : cap} /> {description}
          </button>
        ))}
      </div>
      <Group>
        <Button ref={submit} disabled={left > 0 || isBusy} onClick={() => onResolve(state.choices)}>
          {text(isBusy ? 'secondEntries.differences.submitting' : 'secondEntries.differences.submit')}
        </Button>
        <span role="status">
          {left > 0 ? plural('secondEntries.differences.remaining', left) : text('secondEntries.differences.ready')}
        </span>
      </Group>
    </Stack>
  );
}
