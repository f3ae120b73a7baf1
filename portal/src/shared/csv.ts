/** One table as a spreadsheet reads it (RFC 4180, UTF-8 with its mark); `undefined` and null are empty cells. */
export function csv<T>(columns: Record<string, (row: T) => Cell>, rows: T[]) {
  const lines = [Object.keys(columns), ...rows.map((row) => Object.values(columns).map((cell) => cell(row)))];
  return `\uFEFF${lines.map((line) => line.map(quoted).join(",")).join("\r\n")}\r\n`;
}

export type Cell = string | number | null | undefined;

/** What begins like a formula is a text to the spreadsheet too: somebody else may have typed it. */
function quoted(cell: Cell) {
  const text = cell === null || cell === undefined ? "" : String(cell);
  const harmless = typeof cell === "string" && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
