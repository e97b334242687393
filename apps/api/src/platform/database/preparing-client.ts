import pg from 'pg';

/** Past this many texts a statement is sent as it is: a connection keeps what it prepared as long as it lives. */
const MOST_STATEMENTS = 400;

const names = new Map<string, string>();

/**
 * Prepares every statement with parameters once per connection. Planning under row-level security costs three to five times
 * running: the policies' subqueries are planned for each table a statement names.
 */
export class PreparingClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    // a lost connection rejects its queries; the bare event, which may come twice, must not end the process
    this.on('error', () => undefined);
  }

  override query(...given: readonly unknown[]): never {
    const [text, values, ...rest] = given;
    const name = typeof text === 'string' && Array.isArray(values) && values.length > 0 ? nameOf(text) : undefined;
    const send = super.query.bind(this) as (...asked: readonly unknown[]) => never;
    return name === undefined ? send(...given) : send({ name, text, values }, ...rest);
  }
}

function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined || names.size >= MOST_STATEMENTS) return known;
  const name = `s${names.size}`;
  names.set(text, name);
  return name;
}
