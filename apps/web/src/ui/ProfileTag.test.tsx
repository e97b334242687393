import { describe, expect, it } from '@jest/globals';
import { render } from '@testing-library/react';
import { ProfileLabelsProvider, PUBLISHED_LABELS } from '../platform/profile-labels.tsx';
import { ProfileTag } from './ProfileTag.tsx';

describe('ProfileTag', () => {
  it.each([
    ['ROBUST', 'robuust'],
    ['FRAIL', 'kwetsbaar'],
    ['COMPLEX', 'complex'],
    ['UNDETERMINED', 'onbepaald'],
  ] as const)('says %s in a shape and a word', (profile, words) => {
    const { container } = render(<ProfileTag profile={profile} kind="ASSIGNED" />);
    expect(container.textContent).toBe(words);
    expect(container.querySelectorAll(`svg[data-shape="${profile}"] > *`)).toHaveLength(1);
  });

  it('says that a proposal is one', () => {
    const { container } = render(<ProfileTag profile="FRAIL" kind="PROPOSED" on="2026-10-02" />);
    expect(container.textContent).toBe('voorstel kwetsbaar van 02-10-2026');
  });

  it('says since when a profile is assigned', () => {
    const { container } = render(<ProfileTag profile="COMPLEX" kind="ASSIGNED" on="2026-03-12" />);
    expect(container.textContent).toBe('complex sinds 12-03-2026');
  });

  it('uses the word of the practice, and for an old result the word of its own day', () => {
    const { container } = render(
      <ProfileLabelsProvider value={{ ...PUBLISHED_LABELS, ROBUST: 'Vitaal' }}>
        <ProfileTag profile="ROBUST" kind="ASSIGNED" />
        <ProfileTag profile="ROBUST" kind="PROPOSED" labels={PUBLISHED_LABELS} />
      </ProfileLabelsProvider>,
    );
    expect(container.textContent).toBe('vitaalvoorstel robuust');
  });
});
