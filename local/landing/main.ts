import { keptDirectory } from './kept-directory.ts';
import { openLanding } from './open-landing.ts';
import { HELP, type Options, optionsOf } from './options.ts';
import { synthesize } from './synthesize.ts';

/** Faults that say all there is to say: whoever starts the desk needs no stack of them. */
const TOLD = ['WrongArguments', 'NotOurs', 'SynthesisFailed', 'UnusableAssembly'];

try {
  const options = optionsOf(process.argv.slice(2));
  if (options.help) process.stdout.write(HELP);
  else await start(options);
} catch (error) {
  const told = inWords(error as Error & { code?: string; port?: number });
  if (!told) throw error;
  process.stderr.write(`${told}\n`);
  process.exitCode = (error as Error).name === 'WrongArguments' ? 2 : 1;
}

async function start({ port, cloudPort, data, fresh, synth }: Options): Promise<void> {
  const directory = keptDirectory(data, fresh);
  if (synth) {
    process.stderr.write('Building the stack …\n');
    synthesize();
  }
  const { url, desk, close } = await openLanding({ port, cloudPort, directory, time: 'real', onLog: tellErrors });
  process.stdout.write(`
  Redress runs on this machine.

  Open   ${url}
         Post a complaint there, tap the links on the phones, move the clock.
  Cloud  ${desk.cloud.url}
         AWS CLI and SDKs reach it with AWS_ENDPOINT_URL=${desk.cloud.url} AWS_DEFAULT_REGION=${desk.cloud.env().AWS_REGION}
         and any credentials: aws stepfunctions list-state-machines
  Data   ${directory} is kept; begin anew with: npm start -- --fresh

  Stop with Ctrl-C. Complaints go on where they were at the next start.
`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      close().then(() => process.exit(0));
    });
  }
}

function tellErrors(functionName: string, line: string): void {
  if (/"level":"ERROR"|"errorType"/.test(line)) process.stderr.write(`${functionName}: ${line}\n`);
}

function inWords({ name, message, code, port }: Error & { code?: string; port?: number }): string | undefined {
  if (code === 'EADDRINUSE')
    return `Port ${port} is taken, perhaps by a desk that runs already. Stop that, or choose others: npm start -- --port 8081 --cloud-port 4567`;
  return TOLD.includes(name) ? message : undefined;
}
