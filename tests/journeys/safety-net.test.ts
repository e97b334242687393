import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, dayOfInstant, formatDutchDay } from '@samenoud/domain';
import { testMember } from '../../apps/api/src/testing/test-network.ts';
import { accessibilityFaults } from './support/axe.ts';
import { openBrowser, type TestBrowser } from './support/browser.ts';
import { addClient } from './support/entry.ts';
import { openByKey, tabTo } from './support/keyboard.ts';
import { beSignedInAs, signInAs } from './support/people.ts';
import { type Stack, startStack } from './support/stack.ts';

const TODAY = dayOfInstant(Date.now());

let stack: Stack;
let browser: TestBrowser;

beforeAll(async () => {
  stack = await startStack();
  browser = await openBrowser();
}, 60_000);
afterAll(async () => {
  await browser.close();
  await stack.close();
}, 30_000);

describe('nobody out of sight, by keyboard alone', () => {
  it('counts on the start page, shows who and since when, and takes an explanation', async () => {
    const page = await browser.openWindow(stack.origin);
    await signInAs(page, 'PRACTICE_ASSISTANT');
    await openByKey(page, page.getByRole('link', { name: 'Niemand uit beeld: 0 cliënten' }));
    await page.getByText('Iedereen is in beeld.').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await addClient(page, { family: 'Berg' });
    await page.goto('/today');
    await openByKey(page, page.getByRole('link', { name: 'Niemand uit beeld: 1 cliënt' }));
    const profiles = page.getByRole('region', { name: /^Geen vastgesteld profiel/ });
    await profiles.getByText(`sinds ${formatDutchDay(TODAY)}`).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    for (const gap of ['Geen vragenlijst', 'Geen vastgesteld profiel']) {
      await openByKey(page, page.getByRole('button', { name: `${gap} toelichten: Berg, J.M. van der` }));
      await page.getByRole('dialog', { name: `Toelichten: ${gap}` }).waitFor();
      await page.keyboard.type('Is tot het voorjaar bij haar dochter.');
      await tabTo(page, page.getByLabel('Tot en met'));
      await page.keyboard.type(formatDutchDay(addDays(TODAY, 90)));
      await page.keyboard.press('Enter');
      await page
        .getByText(`toegelicht tot en met ${formatDutchDay(addDays(TODAY, 90))}`)
        .first()
        .waitFor();
    }
    await page.getByText('Iedereen is in beeld.').waitFor();
    await openByKey(page, profiles.locator('summary').filter({ hasText: 'Toegelicht: 1 cliënt' }));
    await profiles.getByText('Is tot het voorjaar bij haar dochter.').waitFor();
    await openByKey(page, profiles.getByRole('link', { name: 'Berg, J.M. van der' }));
    await page.getByRole('heading', { level: 1, name: /Berg/ }).waitFor();
    expect(browser.faults).toEqual([]);
  }, 60_000);

  it('names who falls between the chairs of a plan, a contact, an action and a signal, and lets go of what was done', async () => {
    const page = await browser.openWindow(stack.origin);
    await beSignedInAs(page, 'GP');
    const client = await addClient(page, { family: 'Gat' });
    const post = async (path: string, data: object): Promise<{ id: string }> => {
      const answer = await page.request.post(`/api/v1${path}`, { data });
      expect([path, answer.status()]).toEqual([path, 201]);
      return (await answer.json()) as { id: string };
    };
    await post(`/clients/${client}/profiles`, { profile: 'FRAIL', reason: 'Besproken in het team' });
    const gone = testMember('leeg', 'ELDERLY_CARE_PHYSICIAN').userId;
    await post(`/clients/${client}/tasks`, { text: 'Wie doet dit?', owner: { kind: 'USER', userId: gone }, dueOn: TODAY }); // prettier-ignore
    await post(`/clients/${client}/signals`, { type: 'FALL', on: TODAY });
    await stack.owner.query(`UPDATE care.membership SET valid = tstzrange(now() - interval '9 days', now() - interval '1 day') WHERE id = $1`, [gone]); // prettier-ignore
    await stack.owner.query(`UPDATE care.signal SET recorded_at = recorded_at - interval '9 days' WHERE client_id = $1`, [client]); // prettier-ignore
    for (const [table, column] of [
      ['profile_assignment', 'assigned_on'],
      ['client_profile', 'assigned_on'],
    ] as const)
      // prettier-ignore
      await stack.owner.query(`UPDATE care.${table} SET ${column} = ${column} - 200 WHERE client_id = $1`, [client]);
    const gaps = async (): Promise<string[]> => {
      await page.goto('/safety-net');
      await page.getByRole('heading', { level: 1, name: 'Niemand uit beeld' }).waitFor();
      await page.getByRole('region').first().waitFor();
      const regions = page.getByRole('region').filter({ hasText: 'Gat,' });
      return (await regions.getByRole('heading').allTextContents()).map((words) => words.replace(/\s*\d+$/, '').trim());
    };
    expect(await gaps()).toEqual(expect.arrayContaining(['Zonder casemanager', 'Zonder zorgleefplan', 'Geen volgend contact', 'Eigenaar weg', 'Signaal niet beoordeeld'])); // prettier-ignore
    expect(await accessibilityFaults(page)).toEqual([]);

    const plan = await post(`/clients/${client}/care-plans`, {});
    const problem = await post(`/care-plans/${plan.id}/problems`, { area: 'd460', description: 'Ik kom de deur niet meer uit', severity: 8, wantsToWorkOnIt: 'YES' }); // prettier-ignore
    await post(`/care-plans/${plan.id}/goals`, { problemId: problem.id, text: 'Weer naar de markt', baselineScore: 8, targetScore: 4, targetDate: addDays(TODAY, 90) }); // prettier-ignore
    const agreed = { agreement: { by: 'mevrouw Gat', on: TODAY, how: 'ORAL' } };
    expect((await page.request.post(`/api/v1/care-plans/${plan.id}/adopt`, { data: agreed })).ok()).toBe(true);
    await stack.owner.query('UPDATE care.care_plan SET next_evaluation_on = $2 WHERE id = $1', [
      plan.id,
      addDays(TODAY, -1),
    ]);
    expect(await gaps()).toEqual(expect.arrayContaining(['Evaluatie verlopen', 'Doel zonder actie']));
    expect(await gaps()).not.toContain('Zonder zorgleefplan');
    expect(browser.faults).toEqual([]);
  }, 90_000);

  it('has nothing for who may not see lists of people', async () => {
    const manager = await browser.openWindow(stack.origin);
    await signInAs(manager, 'PRACTICE_MANAGER');
    expect(await manager.getByRole('link', { name: /^Niemand uit beeld/ }).count()).toBe(0);
    await manager.goto('/safety-net');
    await manager.getByText('Deze pagina bestaat niet').waitFor();
  }, 30_000);
});
