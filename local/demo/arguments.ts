import { parseArgs } from 'node:util';

export type Arguments = Readonly<{
  input?: string;
  limit: number;
  seed: number;
  out?: string;
  summary: boolean;
  quiet: boolean;
  deskWorks: boolean;
}>;

/** Something on the command line that cannot be meant; its message says what can. */
export class WrongArguments extends Error {
  override readonly name = 'WrongArguments';
}

/** Nothing where help was asked for. */
export function argumentsOf(args: readonly string[]): Arguments | undefined {
  const { values } = parsed(args);
  if (values.help) return undefined;
  if (!['on', 'off'].includes(values.desk)) throw new WrongArguments(`--desk is on or off, not ${values.desk}`);
  return {
    input: values.input,
    limit: values.limit === undefined ? Number.POSITIVE_INFINITY : whole('--limit', values.limit, 1),
    seed: whole('--seed', values.seed, 0),
    out: values.out,
    summary: values.summary,
    quiet: values.quiet,
    deskWorks: values.desk === 'on',
  };
}

function parsed(args: readonly string[]) {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean', default: false } as const;
  try {
    return parseArgs({
      args: [...args],
      strict: true,
      allowPositionals: false,
      options: {
        input: text,
        limit: text,
        out: text,
        seed: { ...text, default: '1' },
        desk: { ...text, default: 'on' },
        summary: flag,
        quiet: flag,
        help: { ...flag, short: 'h' },
      },
    });
  } catch (cause) {
    throw new WrongArguments((cause as Error).message, { cause });
  }
}

function whole(name: string, text: string, least: number): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < least)
    throw new WrongArguments(`${name} is a whole number from ${least}, not ${text}`);
  return number;
}
