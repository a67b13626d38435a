import { argumentsOf, WrongArguments } from './arguments.ts';
import { START } from './complaints/sample-post.ts';
import { COMPLAINTS } from './complaints.ts';
import { countsOf, ticketsOf } from './counts.ts';
import { play } from './play.ts';

const args = argumentsOf(process.argv.slice(2));
if (!args) process.exit(0);
const played = await play(COMPLAINTS.slice(0, args.limit), {
  startAt: START,
  seed: args.seed,
  deskWorks: args.deskWorks,
  onLog: (f, l) => {
    if (/"level":"ERROR"|errorType/.test(l)) console.error(f, l.slice(0, 600));
  },
});
for (const fault of played.faults) console.error(fault);
const tickets = await ticketsOf(played);
for (const t of tickets) {
  console.log('\n', t.id, t.triage?.category, t.triage?.lane, t.triage?.severity, t.closed?.outcome);
  for (const d of t.decisions)
    console.log(
      d.at,
      d.by,
      d.events.map((e: any) => e.type + (e.task ? ':' + e.task : '') + (e.error ? ':' + e.error : '')).join(', '),
    );
}
console.log(JSON.stringify({ ...countsOf(played, tickets), wallSeconds: played.wallSeconds }));
process.exit(0);
