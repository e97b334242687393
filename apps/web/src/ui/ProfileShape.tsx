import type { ReactElement } from 'react';

export type ShownProfile = 'ROBUST' | 'FRAIL' | 'COMPLEX' | 'UNDETERMINED';

const SHAPES: Record<ShownProfile, ReactElement> = {
  ROBUST: <circle cx="6" cy="6" r="5" />,
  FRAIL: <path d="M6 1 11.5 11H.5z" />,
  COMPLEX: <path d="M6 0 12 6 6 12 0 6z" />,
  UNDETERMINED: (
    <circle cx="6" cy="6" r="4.5" fill="none" stroke="currentColor" strokeDasharray="2 1.5" strokeWidth="1.5" />
  ),
};

/** The shape of a profile, drawn: a typeface may lack it, and shape is what tells profiles apart without colour. */
export function ProfileShape({ profile }: { profile: ShownProfile }) {
  return (
    <svg viewBox="0 0 12 12" width="0.75em" height="0.75em" fill="currentColor" data-shape={profile} aria-hidden="true">
      {SHAPES[profile]}
    </svg>
  );
}
