import { answerWith } from '../testing/network.ts';
import { describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { completedForm } from '../testing/forms.ts';
import { stage } from '../testing/stage.tsx';
import { ClientRemark } from './ClientRemark.tsx';
import type { Response } from './profile-types.ts';

const form = completedForm({});
const waiting = { dueOn: '2026-10-05', by: null, at: null };
const wasRead = { dueOn: '2026-10-05', by: 'u1', at: '2026-10-05T07:12:00Z' };

function start(change: Partial<Response>, mayEdit = true) {
  const calls = answerWith(() => ({ status: 200, body: form }));
  stage(<ClientRemark response={{ ...form, ...change }} mayEdit={mayEdit} nameOf={() => 'Anja Bos'} />);
  return { user: userEvent.setup({ delay: null }), calls };
}

const button = (name: string) => screen.queryByRole('button', { name });

describe('ClientRemark', () => {
  it('asks somebody to read what was written online, and says what to do when it cannot wait', async () => {
    const { user, calls } = start({ remark: 'Ik slaap slecht.', remarkRead: waiting });
    expect(screen.getByText('Ik slaap slecht.')).toBeTruthy();
    expect(screen.getByText(/^Staat hier iets dat niet kan wachten/)).toBeTruthy();
    expect(screen.getByText(/5-10-2026|5 okt/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Gelezen' }));
    await waitFor(() => expect(calls).toHaveLength(1));
    expect(calls[0]?.path).toBe(`/api/v1/responses/${form.id}/remark/read`);
  });

  it('says who read it and when, also to who may not read it any more, who then cannot write over it', () => {
    start({ remarkRead: wasRead });
    expect(screen.getByText('Gelezen door Anja Bos op 5 okt 2026, 09:12')).toBeTruthy();
    expect([button('Gelezen'), button('Opmerking van de cliënt noteren')]).toEqual([null, null]);
  });

  it('asks nothing about what stood on paper', () => {
    start({ remark: 'Ik slaap slecht.' });
    expect(button('Gelezen')).toBeNull();
    expect(button('Wijzigen')).toBeTruthy();
  });
});
