import { type Arguments, argumentsOf, WrongArguments } from './arguments.ts';
import { INPUT_RULE, postsOfFile } from './cfpb-rows.ts';
import { START } from './complaints/sample-post.ts';
import { COMPLAINTS } from './complaints.ts';
import { leave } from './leave.ts';
import { play } from './play.ts';
import { progressLine } from './progress.ts';
import { reportOf } from './report.ts';
import { paintFor } from './story/paint.ts';

const HELP = `npm run demo -- [options]

Runs the desk on the embedded cloud, in virtual time, with everybody around it played, and tells each ticket's story.
  --summary      the last line is JSON: what became of the posts, and what a ticket costs
  --quiet        no stories
  --input FILE   real complaints instead of the samples, one JSON object a line
  --limit N      only the first N posts
  --seed N       other delays and decisions (1)
  --desk off     the triage desk leaves its tasks
  --out DIR      leaves what the run produced: tables, messages, events, histories, logs, archive
  --help

${INPUT_RULE}
`;

function argumentsOrEnd(): Arguments {
  try {
    const args = argumentsOf(process.argv.slice(2));
    if (args) return args;
    process.stdout.write(HELP);
    process.exit(0);
  } catch (error) {
    if (!(error instanceof WrongArguments)) throw error;
    process.stderr.write(`${error.message}\nnpm run demo -- --help tells what there is.\n`);
    process.exit(2);
  }
}

const args = argumentsOrEnd();
const posts = args.input ? postsOfFile(args.input, args.limit, args.seed) : COMPLAINTS.slice(0, args.limit);
const progress = progressLine(process.stderr);
const played = await play(posts, {
  startAt: START,
  seed: args.seed,
  deskWorks: args.deskWorks,
  onProgress: progress.show,
});
progress.end();

const { summary, stories, refusals, table } = await reportOf(played);
const print = (lines: readonly string[]) => process.stdout.write(`${lines.join('\n')}\n`);
if (!args.quiet) print([...(await stories(paintFor(process.stdout))), ...refusals, ...table]);
if (args.out) await leave(played.desk, args.out);
for (const fault of played.faults) process.stderr.write(`somebody could not do what they tried: ${fault.stack}\n`);
if (args.summary) print([JSON.stringify(summary)]);
await played.desk.cloud.close();
process.exitCode = played.faults.length > 0 ? 1 : 0;
