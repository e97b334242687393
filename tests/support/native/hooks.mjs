import { transform } from '@swc/core';
import { mkdirSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { swcOptions } from '../swc-options.mjs';
import { folder, mapPath } from './transformed.cjs';

const globals = new URL('./globals.mjs', import.meta.url).href;

mkdirSync(folder, { recursive: true });

/** The sources of the libraries, as everywhere in the tests; and jest as it stands for the test file that runs. */
export async function resolve(specifier, context, next) {
  if (specifier === '@jest/globals') return { url: globals, shortCircuit: true };
  if (!specifier.startsWith('@samenoud/')) return next(specifier, context);
  return next(specifier, { ...context, conditions: [...context.conditions, '@samenoud/source'] });
}

export async function load(url, context, next) {
  const { protocol, pathname } = new URL(url);
  if (protocol !== 'file:' || !pathname.endsWith('.ts')) return next(url, context);
  const filename = fileURLToPath(url);
  const { code, map } = await transform(await readFile(filename, 'utf8'), {
    ...swcOptions,
    filename,
    sourceMaps: true,
  });
  await writeFile(mapPath(filename), map);
  return { format: 'module', source: code, shortCircuit: true };
}
