/** A cell, a list in a cell, or nothing. */
export type Cell = string | number | boolean | undefined | readonly unknown[];

const text = (cell: Cell): string => {
  if (cell === undefined || cell === '') return '–';
  const plain = Array.isArray(cell) ? (cell.length > 0 ? cell.join(', ') : '–') : String(cell);
  return plain.replaceAll('|', '\\|');
};

/** A table under its headings; nothing where there are no rows. */
export function tableOf(headings: readonly string[], rows: readonly (readonly Cell[])[]): string {
  if (rows.length === 0) return 'None.\n';
  const line = (cells: readonly Cell[]) => `| ${cells.map(text).join(' | ')} |`;
  return [line(headings), line(headings.map(() => '---')), ...rows.map(line), ''].join('\n');
}

/** A heading, and what stands under it. */
export const chapter = (depth: number, title: string, ...parts: readonly string[]): string =>
  [`${'#'.repeat(depth)} ${title}`, '', ...parts].join('\n');
