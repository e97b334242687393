/** Lines and cells of a file as RFC 4180 has them, with `;` and a byte order mark: a reader that knows nothing of the writer. */
export function parseCsv(file: Buffer): string[][] {
  const text = file.toString('utf8');
  if (!text.startsWith('\uFEFF')) throw new Error('no byte order mark');
  if (!text.endsWith('\r\n')) throw new Error('the last line has no end');
  const lines: string[][] = [];
  let line: string[] = [];
  for (let at = 1; at < text.length;) {
    const { cell, end } = text[at] === '"' ? quoted(text, at) : bare(text, at);
    line.push(cell);
    if (text[end] === ';') {
      at = end + 1;
      continue;
    }
    if (text.slice(end, end + 2) !== '\r\n') throw new Error(`no end of a cell at ${end}`);
    lines.push(line);
    line = [];
    at = end + 2;
  }
  return lines;
}

function bare(text: string, start: number): { cell: string; end: number } {
  let end = start;
  while (text[end] !== ';' && text[end] !== '\r') end += 1;
  return { cell: text.slice(start, end), end };
}

function quoted(text: string, start: number): { cell: string; end: number } {
  let cell = '';
  for (let at = start + 1; ; at += 1) {
    if (text[at] === undefined) throw new Error('a quote is never closed');
    if (text[at] !== '"') cell += text[at];
    else if (text[at + 1] !== '"') return { cell, end: at + 1 };
    else {
      cell += '"';
      at += 1;
    }
  }
}
