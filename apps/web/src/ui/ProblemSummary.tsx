import { Alert } from '@mantine/core';
import { plural, text } from '@samenoud/texts';
import { useEffect, useEffectEvent, useRef } from 'react';
import { explain, fieldErrors } from '../platform/problem.ts';

/**
 * What the server refused, above a form whose inputs have their field names (`name.family`) as ids.
 * Focus goes to the first field at fault, or here when no field is.
 */
export function ProblemSummary({ error }: { error: unknown }) {
  const box = useRef<HTMLDivElement>(null);
  const problems = Object.entries(fieldErrors(error));
  const firstField = problems[0]?.[0];

  const moveFocus = useEffectEvent(() => {
    const field = firstField === undefined ? null : document.getElementById(firstField);
    (field ?? box.current)?.focus();
  });
  // A new refusal moves the focus again, also when it says the same.
  useEffect(() => moveFocus(), [error]);

  const title =
    problems.length > 0 ? plural('common.failure.summaryTitle', problems.length) : text('common.failure.title');
  return (
    <Alert ref={box} tabIndex={-1} role="alert" color="var(--so-error)" variant="outline" title={title}>
      {problems.length === 0 && explain(error)}
      {problems.length > 0 && (
        <ul>
          {problems.map(([field, detail]) => (
            <li key={field}>{detail}</li>
          ))}
        </ul>
      )}
    </Alert>
  );
}
