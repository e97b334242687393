import { expect, it } from '@jest/globals';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { answerWith } from '../testing/network.ts';
import { stage } from '../testing/stage.tsx';
import type { AgendaLine } from './meeting-queries.ts';
import { NotReturnedDialog } from './NotReturnedDialog.tsx';

const line = (id: string, clientName: string): AgendaLine => ({ id, clientName }) as unknown as AgendaLine;
const lines = [line('i1', 'Aker, A.'), line('i2', 'Berk, B.'), line('i3', 'Cel, C.')];
const refused = {
  status: 403,
  body: { status: 403, code: 'NO_BASIS', detail: 'Dit is niet met u gedeeld.', errors: [] },
};

it('goes on with the others where one is refused, says of whom, and sends again only what is left', async () => {
  let isAllowed = false;
  const calls = answerWith(({ path }) =>
    path.includes('i2') && !isAllowed
      ? refused
      : { body: { id: path, itemId: path, meetingId: 'm1', reversesId: null } },
  );
  let closed = 0;
  stage(<NotReturnedDialog meetingId="m1" lines={lines} onClose={() => (closed += 1)} />);
  fireEvent.change(screen.getByRole('textbox'), { target: { value: 'De huisarts belt' } });
  fireEvent.click(screen.getByRole('button', { name: 'Besluit voor deze 3 cliënten' }));

  const again = await screen.findByRole('button', { name: 'Besluit voor 1 cliënt' });
  expect(await screen.findByText(/^Bij 2 van de 3 cliënten is het vastgelegd\./)).toBeTruthy();
  expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    'Aker, A. · vastgelegd',
    'Berk, B. · Dit is niet met u gedeeld.',
    'Cel, C. · vastgelegd',
  ]);
  expect([screen.getByRole<HTMLInputElement>('textbox').readOnly, closed]).toEqual([true, 0]);

  isAllowed = true;
  fireEvent.click(again);
  await waitFor(() => expect(closed).toBe(1));
  const sent = calls.filter(({ method }) => method === 'POST');
  expect(sent.map(({ path }) => path.split('/')[4])).toEqual(['i1', 'i2', 'i3', 'i2']);
  expect(sent[3]?.headers.get('Idempotency-Key')).toBe(sent[1]?.headers.get('Idempotency-Key'));
});
