import { existsSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { blockBelow, fileUrl, instructionsOf, keysOf, readText, valueOf } from './read-files.ts';

const instructions = instructionsOf(readText('docker/Dockerfile'));
const named = (name: string): string[] => instructions.filter((one) => one.name === name).map(({ rest }) => rest);
const lastStage = instructions.slice(instructions.findLastIndex(({ name }) => name === 'FROM'));

/** What a COPY takes: the words before the last, without flags. */
const sourcesOf = (copy: string): string[] =>
  copy
    .split(/\s+/)
    .filter((word) => !word.startsWith('--'))
    .slice(0, -1);

/** A compiled file exists only after a build; its source always does. */
const sourceOf = (path: string): string => path.replace(/\/dist(\/site)?(?=\/|$)/, '/src').replace(/\.js$/, '.ts');

describe('the image', () => {
  it('copies files and folders that exist', () => {
    const sources = named('COPY')
      .filter((copy) => !copy.startsWith('--from='))
      .flatMap(sourcesOf);
    expect(sources).toContain('package-lock.json');
    expect(sources.filter((source) => !existsSync(fileUrl(source)))).toEqual([]);
  });

  it('knows every workspace, so that the lock file fits', () => {
    const manifests = Object.keys(JSON.parse(readText('package-lock.json')).packages)
      .filter((path) => /^(apps|libs)\//.test(path) && !path.includes('node_modules'))
      .map((path) => `${path}/package.json`);
    expect(manifests.length).toBeGreaterThanOrEqual(5);
    for (const manifest of manifests) {
      expect(named('COPY').filter((copy) => sourcesOf(copy).includes(manifest))).toHaveLength(2);
    }
  });

  it('takes from earlier stages only what they make', () => {
    const stages = named('FROM').map((from) => /AS (\w+)$/.exec(from)?.[1]);
    const taken = named('COPY').filter((copy) => copy.startsWith('--from='));
    expect(taken.length).toBeGreaterThan(0);
    for (const copy of taken) {
      expect(stages).toContain(/^--from=(\w+)/.exec(copy)?.[1]);
      const missing = sourcesOf(copy).filter((path) => !existsSync(fileUrl(sourceOf(path.replace(/^\/app\/?/, './')))));
      expect(missing).toEqual([]);
    }
  });

  it('runs commands that package.json has, for a workspace that exists', () => {
    const { scripts } = JSON.parse(readText('package.json'));
    const commands = named('RUN').join('\n');
    const run = [...commands.matchAll(/npm run (\S+)/g)].map((match) => match[1] ?? '');
    expect(run).toEqual(['build']);
    expect(run.filter((name) => scripts[name] === undefined)).toEqual([]);
    const workspace = /--workspace=(\S+)/.exec(commands)?.[1];
    expect(workspace).toBe(JSON.parse(readText('apps/api/package.json')).name);
  });

  it('starts a program that the build makes', () => {
    const command: string[] = JSON.parse(named('CMD').at(-1) ?? '[]');
    expect(command[0]).toBe('node');
    expect(existsSync(fileUrl(sourceOf(command[1] ?? '')))).toBe(true);
  });

  it('ends as an ordinary user, in production, without installing anything', () => {
    const last = (name: string): string[] => lastStage.filter((one) => one.name === name).map(({ rest }) => rest);
    expect(last('USER')).toEqual(['node']);
    expect(last('ENV').join(' ')).toContain('NODE_ENV=production');
    expect(last('RUN').join(' ')).not.toMatch(/npm|apt|curl/);
  });

  it('stands on Node 24, named by tag', () => {
    for (const from of named('FROM')) expect(from).toMatch(/^node:24-\w+-slim\b/);
  });

  it('asks its health at an address of the API', () => {
    const address = /127\.0\.0\.1:\S+?(\/api\/[a-z/]+)/.exec(named('HEALTHCHECK').join(' '))?.[1];
    expect(Object.keys(JSON.parse(readText('apps/api/openapi.json')).paths)).toContain(address);
  });

  it('is built by the same steps as the script for a machine without Docker', () => {
    const script = readText('docker/README.md').split('## The same build without Docker')[1] ?? '';
    const lines = script.split('\n');
    expect(named('RUN').filter((step) => !step.startsWith('install ') && !lines.includes(step))).toEqual([]);
    for (const copy of named('COPY').filter((one) => one.startsWith('--from=build'))) {
      expect(script).toContain(sourcesOf(copy)[0]?.replace('/app/', ''));
    }
    expect(script).toContain((JSON.parse(named('CMD').at(-1) ?? '[]') as string[]).join(' '));
  });
});

describe('compose.yaml', () => {
  const compose = readText('docker/compose.yaml');
  const app = blockBelow(compose, 'services', 'app');
  const worker = blockBelow(compose, 'services', 'worker');
  const database = blockBelow(compose, 'services', 'database');

  it('has the app, its worker and its database', () => {
    expect(keysOf(blockBelow(compose, 'services'))).toEqual(['app', 'worker', 'database']);
  });

  it('builds the Dockerfile from the root', () => {
    for (const service of [app, worker]) {
      expect(valueOf(service, 'context')).toBe('..');
      expect(existsSync(fileUrl(valueOf(service, 'dockerfile') ?? 'none'))).toBe(true);
    }
  });

  it('starts a worker that the build makes, and lets it keep what it writes', () => {
    const [node, script] = (valueOf(worker, 'command') ?? '').match(/[\w./]+/g) ?? [];
    expect(node).toBe('node');
    expect(existsSync(fileUrl(sourceOf(script ?? '')))).toBe(true);
    const folder = /WITNESS_DIR=(\S+)/.exec(named('ENV').join(' '))?.[1];
    expect(blockBelow(worker, 'volumes').trim()).toBe(`- witness:${folder}`);
    expect(named('RUN').join('\n')).toContain(`-o node -g node -m 0700 ${folder}`);
  });

  it('runs PostgreSQL 18 with checksums and asks whether it is ready', () => {
    expect(valueOf(database, 'image')).toMatch(/^postgres:18-/);
    expect(valueOf(database, 'POSTGRES_INITDB_ARGS')).toContain('--data-checksums');
    expect(blockBelow(database, 'healthcheck')).toContain('pg_isready');
  });

  it('waits for a healthy database', () => {
    expect(valueOf(blockBelow(app, 'depends_on', 'database'), 'condition')).toBe('service_healthy');
  });

  it('opens the port of the image to this machine only', () => {
    const port = /PORT=(\d+)/.exec(named('ENV').join(' '))?.[1];
    expect(blockBelow(app, 'ports').trim()).toBe(`- '127.0.0.1:3000:${port}'`);
  });

  it('keeps secrets in files that git ignores, each with an example', () => {
    const files = [app, worker, database].map((service) => valueOf(service, 'env_file'));
    expect(files).toEqual(['app.env', 'app.env', 'database.env']);
    expect(files.filter((file) => !existsSync(fileUrl(`docker/${file}.example`)))).toEqual([]);
    expect(readText('docker/.gitignore').split('\n')).toContain('*.env');
    expect(compose).not.toMatch(/PASSWORD|_KEY|postgres:\/\//);
  });

  it('sets only what the app reads', () => {
    const example = readText('docker/app.env.example');
    const names = [...example.matchAll(/^([A-Z_]+)=/gm)].map((match) => match[1] ?? '');
    const config = readText('apps/api/src/platform/config/config.ts');
    expect(names).toEqual(['DATABASE_URL', 'SAMENOUD_KEY', 'PUBLIC_URL']);
    expect(names.filter((name) => !config.includes(`env['${name}']`))).toEqual([]);
  });

  it('mounts volumes that it names', () => {
    const mounted = [database, worker].map((service) => /- (\w+):/.exec(blockBelow(service, 'volumes'))?.[1]);
    expect(keysOf(blockBelow(compose, 'volumes'))).toEqual(mounted);
  });
});
