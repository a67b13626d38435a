import { parseArgs } from 'node:util';
import { START } from '../local/demo/complaints/sample-post.ts';
import { openDesk } from '../local/demo/desk.ts';
import { twoLevelComplaints } from './cost/two-level-complaints.ts';
import { endWith } from './report/gates.ts';

const usage = `npm run bench -- sixty-days [--gate]

Sixty days of one ticket that nobody works on, on the embedded cloud: reminders, escalations, dates that come near and
pass. Left out are start-up, in which the code of every function is loaded, and the day on which it comes. --gate exits
with 1 above a second.
`;

const DAYS = 60;
const DAY = 86_400_000;

export async function run(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: { gate: { type: 'boolean' }, help: { type: 'boolean' } } });
  if (values.help) {
    process.stdout.write(usage);
    return;
  }
  const found = await sixtyDays();
  const gates = [{ gate: 'seconds for sixty days of one ticket', value: found.wallSeconds, atMost: 1 }];
  endWith({ bench: 'sixty-days', ...found }, gates, values.gate);
}

export async function sixtyDays() {
  const { cloud, channel, log } = await openDesk({ startAt: START });
  try {
    cloud.warm();
    const [complaint] = twoLevelComplaints(1).map(({ body }) => body);
    const { answer } = await channel.post('app', JSON.stringify(complaint));
    await cloud.advanceBy(DAY);
    const [from, began, used] = [cloud.now(), performance.now(), process.cpuUsage()];
    await cloud.advanceBy(DAYS * DAY);
    const wallSeconds = Math.round(performance.now() - began) / 1000;
    const { user, system } = process.cpuUsage(used);
    const { decisions } = await log.read(String(answer.ticket));
    const days = (cloud.now().getTime() - from.getTime()) / DAY;
    return { days, decisions: decisions.length, wallSeconds, cpuSeconds: Math.round((user + system) / 1000) / 1000 };
  } finally {
    await cloud.close();
  }
}
