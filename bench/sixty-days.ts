import { parseArgs } from 'node:util';
import { START } from '../local/demo/complaints/sample-post.ts';
import { type Desk, openDesk } from '../local/demo/desk.ts';
import { twoLevelComplaints } from './cost/two-level-complaints.ts';
import { endWith } from './report/gates.ts';

const usage = `npm run bench -- sixty-days [--gate]

Sixty days of one ticket that nobody works on, on the embedded cloud: reminders, escalations, dates that come near and
pass. Left out is start-up, in which the code of every function is loaded, and compiled as it first runs: a ticket lives
through the same days before (firstSeconds), and is withdrawn; then another does (wallSeconds). Left out are the days on
which they come. --gate exits with 1 above a second.
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
  const desk = await openDesk({ startAt: START });
  try {
    desk.cloud.warm();
    const [before, measured] = twoLevelComplaints(2).map(({ body }) => body);
    const first = await lived(desk, before);
    await withdraw(desk, first.ticket);
    const { wallSeconds, cpuSeconds, decisions } = await lived(desk, measured);
    return { days: DAYS, decisions, firstSeconds: first.wallSeconds, wallSeconds, cpuSeconds };
  } finally {
    await desk.cloud.close();
  }
}

async function lived({ cloud, channel, log }: Desk, complaint: object | undefined) {
  const { answer } = await channel.post('app', JSON.stringify(complaint));
  const ticket = String(answer.ticket);
  await cloud.advanceBy(DAY);
  const [began, used] = [performance.now(), process.cpuUsage()];
  await cloud.advanceBy(DAYS * DAY);
  const wallSeconds = Math.round(performance.now() - began) / 1000;
  const { user, system } = process.cpuUsage(used);
  const { decisions } = await log.read(ticket);
  return { ticket, decisions: decisions.length, wallSeconds, cpuSeconds: Math.round((user + system) / 1000) / 1000 };
}

/** The next one has the desk to itself. */
async function withdraw({ cloud, channel, log }: Desk, ticket: string): Promise<void> {
  const wish = { version: 1, channel: 'app', channelReference: `${ticket}-over`, about: 'withdrawal' };
  await channel.followUp('app', ticket, wish);
  await cloud.advanceBy(2 * DAY);
  const { archived } = await log.read(ticket);
  if (!archived) throw new Error(`${ticket} was withdrawn and goes on: it would be measured with the next`);
}
