import { parseArgs } from 'node:util';

export type Options = Readonly<{
  port: number;
  cloudPort: number;
  data: string;
  fresh: boolean;
  synth: boolean;
  help: boolean;
}>;

export class WrongArguments extends Error {
  override readonly name = 'WrongArguments';
}

export const HELP = `npm start [-- OPTIONS]

The complaint desk on this machine: the stack as it is deployed, on an embedded cloud, and a page to watch and move it by.

  --port N        of that page (8080)
  --cloud-port N  of the cloud: AWS endpoint and pages of the desk (4566); links in messages name it
  --data DIR      where tables, messages and settings are kept between starts (.redress)
  --fresh         forget what was kept there, and begin anew
  --no-synth      take cdk.out as it lies there
  --help          this text
`;

/** Refused with WrongArguments. */
export function optionsOf(args: readonly string[]): Options {
  const { values } = parsed(args);
  return {
    port: portOf('--port', values.port),
    cloudPort: portOf('--cloud-port', values['cloud-port']),
    data: values.data,
    fresh: values.fresh,
    synth: !values['no-synth'],
    help: values.help,
  };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        port: { type: 'string', default: '8080' },
        'cloud-port': { type: 'string', default: '4566' },
        data: { type: 'string', default: '.redress' },
        fresh: { type: 'boolean', default: false },
        'no-synth': { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
  } catch (cause) {
    throw new WrongArguments((cause as Error).message, { cause });
  }
}

function portOf(option: string, text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535)
    throw new WrongArguments(`${option} takes a port, 0 for any free one, not '${text}'`);
  return port;
}
