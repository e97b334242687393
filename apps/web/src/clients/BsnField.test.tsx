import { answerWith } from '../testing/network.ts';
import { expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { stage } from '../testing/stage.tsx';
import { BsnField } from './BsnField.tsx';

it('shows the whole BSN on request and hides it again', async () => {
  const calls = answerWith(() => ({ body: { bsn: '123456782' } }));
  stage(<BsnField clientId="c1" masked="*****6782" />);
  const user = userEvent.setup();
  expect(screen.getByText('*****6782')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Toon BSN' }));
  expect(await screen.findByText('123456782')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Verberg BSN' }));
  expect(screen.queryByText('123456782')).toBeNull();
  expect(calls.map(({ method, path }) => `${method} ${path}`)).toEqual(['POST /api/v1/clients/c1/bsn/reveal']);
});
