import type pg from 'pg';

const BLOCK_ROWS = 5_000;

export interface Head {
  readonly practiceId: string;
  readonly seq: number;
}

/** The log as the worker may see it: how far each practice is, and rows as text for sealing. */
export class LogSource {
  constructor(private readonly client: Pick<pg.Client, 'query'>) {}

  async heads(): Promise<Head[]> {
    const { rows } = await this.client.query<{ practice_id: string; seq: string }>(
      'SELECT practice_id, seq FROM audit.heads()',
    );
    return rows.map((row) => ({ practiceId: row.practice_id, seq: Number(row.seq) }));
  }

  /** Rows after `after` up to and including `until`, oldest first, block by block. */
  async *rows(practiceId: string, after: number, until: number): AsyncGenerator<string> {
    for (let from = after; from < until; from += BLOCK_ROWS) {
      const { rows } = await this.client.query<{ content: string }>('SELECT content FROM audit.rows_of($1, $2, $3)', [
        practiceId,
        from,
        Math.min(from + BLOCK_ROWS, until),
      ]);
      for (const { content } of rows) yield content;
    }
  }
}
