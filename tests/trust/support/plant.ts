import pg from 'pg';

/** Puts another function in the place of a method, for as long as a fault is planted; answers how to put it back. */
export function replaceMethod(prototype: object, name: string, method: (...args: never[]) => unknown): () => void {
  const before = Object.getOwnPropertyDescriptor(prototype, name);
  if (!before) throw new Error(`no method ${name} here`);
  Object.defineProperty(prototype, name, { ...before, value: method });
  return () => void Object.defineProperty(prototype, name, before);
}

/** The function a prototype has under a name, to be called by its replacement. */
export function methodOf(prototype: object, name: string): (...args: unknown[]) => unknown {
  const method: unknown = Object.getOwnPropertyDescriptor(prototype, name)?.value;
  if (typeof method !== 'function') throw new Error(`no method ${name} here`);
  return method as (...args: unknown[]) => unknown;
}

/** Changes the text of every statement on its way to the database, below all layers of the product. */
export function rewriteStatements(rewrite: (sql: string) => string): () => void {
  const query = methodOf(pg.Client.prototype, 'query');
  return replaceMethod(pg.Client.prototype, 'query', function (this: object, statement: unknown, ...rest: unknown[]) {
    return query.call(this, rewritten(statement, rewrite), ...rest);
  });
}

function rewritten(statement: unknown, rewrite: (sql: string) => string): unknown {
  if (typeof statement === 'string') return rewrite(statement);
  if (typeof statement !== 'object' || statement === null || !('text' in statement)) return statement;
  if (typeof statement.text !== 'string') return statement;
  const text = rewrite(statement.text);
  // a connection remembers prepared statements by name: another text under it would be refused
  return text === statement.text ? statement : { ...statement, text, name: undefined };
}
