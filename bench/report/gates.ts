/** A number that may be so large at most. */
export type Gate = Readonly<{ gate: string; value: number; atMost: number }>;

export const missed = (gates: readonly Gate[]): Gate[] => gates.filter(({ value, atMost }) => !(value <= atMost));

/** The end of every bench: the gates it missed in words, and all it found as the last line's JSON. */
export function endWith(found: Readonly<Record<string, unknown>>, gates: readonly Gate[], exits = false): void {
  for (const { gate, value, atMost } of missed(gates))
    process.stdout.write(`MISSED ${gate}: ${value}, at most ${atMost}\n`);
  process.stdout.write(`${JSON.stringify({ ...found, passed: missed(gates).length === 0, gates })}\n`);
  if (exits && missed(gates).length > 0) process.exitCode = 1;
}
