import { escapePointer } from './body-guard.ts';

/** One object or list that is being read; the names are those of an object so far. */
interface Level {
  readonly pointer: string;
  readonly names?: Set<string>;
  place: string | number;
}

const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"\s*:?|[{}[\],]/g;

/**
 * The pointer of the first property that stands twice in one object: a parser would keep the last without a word.
 * `json` is well-formed.
 */
export function repeatedProperty(json: string): string | undefined {
  const levels: Level[] = [];
  for (const [token] of json.matchAll(TOKEN)) {
    const level = levels.at(-1);
    if (token === '{' || token === '[') levels.push(levelWithin(level, token === '{'));
    else if (token === '}' || token === ']') levels.pop();
    else if (level?.names === undefined) nextEntry(level, token);
    else if (token.endsWith(':')) {
      const name: string = JSON.parse(token.slice(0, -1));
      level.place = escapePointer(name);
      if (level.names.has(name)) return `${level.pointer}/${level.place}`;
      level.names.add(name);
    }
  }
  return undefined;
}

function levelWithin(outer: Level | undefined, isObject: boolean): Level {
  const pointer = outer ? `${outer.pointer}/${outer.place}` : '';
  return { pointer, place: 0, ...(isObject ? { names: new Set() } : {}) };
}

function nextEntry(list: Level | undefined, token: string): void {
  if (list && token === ',') list.place = Number(list.place) + 1;
}
