/** A fault of form says where it is by numbers (`approvals.rows.3.1: …`); the desk knows the row by its id. */
export function withRow(fault: string, tables: object): string {
  let at: unknown = tables;
  let row: string | undefined;
  for (const step of /^\S+(?=: )/.exec(fault)?.[0].split('.') ?? []) {
    if (at === null || typeof at !== 'object') break;
    at = (at as Readonly<Record<string, unknown>>)[step];
    row = /^\d+$/.test(step) ? (idOf(at) ?? row) : row;
  }
  return row === undefined ? fault : `${fault} (row ${row})`;
}

function idOf(row: unknown): string | undefined {
  if (row === null || typeof row !== 'object') return undefined;
  const { 0: first, rule, id } = row as Readonly<Record<string, unknown>>;
  return [first, rule, id].find((one) => typeof one === 'string');
}
