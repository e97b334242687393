import { Text, Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';

/** One part of the page: lines under a heading, or what it says when there are none. */
export function VisitPart({
  title,
  lines,
  none,
  children,
}: {
  title: string;
  lines?: readonly string[];
  none: string;
  children?: ReactNode;
}) {
  const id = useId();
  const isEmpty = (lines ?? []).length === 0 && children === undefined;
  return (
    <section aria-labelledby={id}>
      <Title order={2} id={id}>
        {title}
      </Title>
      {isEmpty && <Text c="dimmed">{none}</Text>}
      {lines !== undefined && lines.length > 0 && (
        <ul>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {children}
    </section>
  );
}
