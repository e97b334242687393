import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { inProject } from './project.mjs';

/** One planted breach per rule: what imports what. */
const planted: readonly (readonly [rule: string, from: string, to: string])[] = [
  ['domain-and-texts-know-nothing', 'libs/domain/src/clock.ts', 'node:fs'],
  ['domain-and-texts-know-nothing', 'libs/domain/src/library.ts', 'react-router'],
  ['domain-and-texts-know-nothing', 'libs/domain/src/words.ts', '../../texts/src/index.ts'],
  ['api-client-knows-no-app', 'libs/api-client/src/index.ts', '../../../apps/api/src/main.ts'],
  ['api-knows-domain-and-texts', 'apps/api/src/main.ts', '../../web/src/main.ts'],
  ['web-knows-domain-texts-and-client', 'apps/web/src/main.ts', '../../api/src/other.ts'],
  ['web-runs-in-a-browser', 'apps/web/src/files.ts', 'node:fs'],
  ['libraries-by-their-front-door', 'apps/web/src/door.ts', '../../../libs/domain/src/clock.ts'],
  ['api-platform-knows-no-slice', 'apps/api/src/platform/http.ts', '../clients/clients.service.ts'],
  ['api-slice-through-its-service', 'apps/api/src/profiles/profiles.service.ts', '../clients/client.entity.ts'],
  ['product-knows-no-demo', 'apps/api/src/clients/clients.service.ts', '../demo/demo.service.ts'],
  ['web-platform-and-ui-know-no-slice', 'apps/web/src/ui/tag.ts', '../clients/list.ts'],
  ['web-slices-meet-in-pages', 'apps/web/src/profiles/panel.ts', '../clients/list.ts'],
  ['product-knows-no-tests', 'apps/web/src/fixture.ts', '../../../tests/bench/list.ts'],
  ['no-cycles', 'apps/web/src/pages/one.ts', './two.ts'],
  ['every-import-is-found', 'apps/web/src/lost.ts', './nowhere.ts'],
];
const bystanders = [
  'apps/api/src/other.ts',
  'apps/api/src/clients/client.entity.ts',
  'apps/api/src/demo/demo.service.ts',
  'apps/web/src/clients/list.ts',
  'apps/web/src/pages/alone.ts',
  'libs/texts/src/index.ts',
  'tests/bench/list.ts',
];

let folder = '';
let found: readonly string[] = [];

function write(file: string, content: string): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), content);
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'samenoud-rule-'));
  for (const file of bystanders) write(file, 'export const here = 1;\n');
  write('apps/web/src/pages/two.ts', "import * as other from './one.ts';\nexport const here = other;\n");
  for (const [, from, to] of planted) write(from, `import * as other from '${to}';\nexport const here = other;\n`);
  cpSync(inProject('.dependency-cruiser.cjs'), join(folder, '.dependency-cruiser.cjs'));
  symlinkSync(inProject('node_modules'), join(folder, 'node_modules'));
  const cruise = inProject('node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const args = [cruise, '--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'apps', 'libs', 'tests'];
  const { stdout } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8', maxBuffer: 50_000_000 });
  const violations: { rule: { name: string }; from: string }[] = JSON.parse(stdout).summary.violations;
  found = violations.map(({ rule, from }) => `${rule.name}: ${from}`);
});

afterAll(() => rmSync(folder, { recursive: true }));

describe('the dependency rule', () => {
  it.each(planted)('%s catches %s', (rule, from) => {
    expect(found).toContain(`${rule}: ${from}`);
  });

  it('no-orphans catches a file that nothing reaches', () => {
    expect(found).toContain('no-orphans: apps/web/src/pages/alone.ts');
  });

  it('lets a page reach slices and a slice its own files', () => {
    expect(found.filter((line) => line.includes('list.ts') && !line.startsWith('no-orphans'))).toEqual([]);
  });
});
