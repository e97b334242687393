import { readFileSync } from 'node:fs';

const root = new URL('../../', import.meta.url);

export const fileUrl = (path: string): URL => new URL(path, root);
export const readText = (path: string): string => readFileSync(fileUrl(path), 'utf8');

/** One instruction of a Dockerfile, continuation lines joined. */
export interface Instruction {
  readonly name: string;
  readonly rest: string;
}

export function instructionsOf(dockerfile: string): Instruction[] {
  return dockerfile
    .replaceAll(/\\\n\s*/g, '')
    .split('\n')
    .filter((line) => /^[A-Z]+ /.test(line))
    .map((line) => ({ name: line.slice(0, line.indexOf(' ')), rest: line.slice(line.indexOf(' ') + 1).trim() }));
}

/** The lines below a path of keys, of a YAML file written in block style. */
export function blockBelow(yaml: string, ...keys: readonly string[]): string {
  let lines = yaml.split('\n').filter((line) => line.trim() !== '' && !line.trimStart().startsWith('#'));
  for (const key of keys) {
    const depth = indentOf(lines[0] ?? '');
    const from = lines.findIndex((line) => indentOf(line) === depth && line.trim() === `${key}:`);
    if (from === -1) throw new Error(`no block ${keys.join(' > ')}`);
    const after = lines.slice(from + 1);
    const end = after.findIndex((line) => indentOf(line) <= depth);
    lines = end === -1 ? after : after.slice(0, end);
  }
  return lines.join('\n');
}

/** Keys one level below a block. */
export function keysOf(block: string): string[] {
  const lines = block.split('\n');
  const depth = indentOf(lines[0] ?? '');
  return lines
    .filter((line) => indentOf(line) === depth && !line.trim().startsWith('- '))
    .map((line) => line.trim().replace(/:.*$/, ''));
}

/** The first value of `key: value` in a block, without quotes. */
export function valueOf(block: string, key: string): string | undefined {
  const line = block.split('\n').find((candidate) => candidate.trim().startsWith(`${key}: `));
  return line
    ?.trim()
    .slice(key.length + 2)
    .replaceAll(/^'|'$/g, '');
}

const indentOf = (line: string): number => line.length - line.trimStart().length;
