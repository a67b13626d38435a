import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type PlayedDesk, playedDesk } from './played-desk.ts';

/** The workflow as the release before this one had it: replace it when a release is made. */
const PREVIOUS = new URL('./previous-release.asl.json', import.meta.url);
const TODAY = 'cdk.out';

let before: string;
let desk: PlayedDesk;

/** Today's assembly with the state machine of the release before. */
beforeAll(async () => {
  before = mkdtempSync(join(tmpdir(), 'redress-'));
  cpSync(TODAY, before, { recursive: true });
  const file = join(before, 'Redress.template.json');
  const template = JSON.parse(readFileSync(file, 'utf8'));
  for (const resource of Object.values<{ Type: string; Properties: Record<string, unknown> }>(template.Resources)) {
    const isMachine = resource.Type === 'AWS::StepFunctions::StateMachine';
    if (isMachine && String(resource.Properties.DefinitionString).includes('Acknowledge'))
      resource.Properties.DefinitionString = readFileSync(PREVIOUS, 'utf8');
  }
  writeFileSync(file, JSON.stringify(template));
  desk = await playedDesk(before);
});
afterAll(async () => {
  await desk.cloud.close();
  rmSync(before, { recursive: true });
});

test.for([
  ['while a department investigates', 'w', 'investigate'],
  ['while a manager decides', 'a', 'approve'],
  ['while the survey is out', 's', 'survey'],
] as const)(
  'an execution begun on the previous definition is finished by today’s functions: deployed %s',
  async ([, ignores, work]) => {
    await desk.cloud.deploy(before);
    const behaviour = { remedies: [['fee-waiver', '600.00']] } as const;
    const id = await desk.post({}, { ...behaviour, ignores });
    await desk.until(id, ({ tasks }) => Object.values(tasks).some((task) => task.work === work && !task.closed));

    await desk.cloud.deploy(TODAY);
    desk.worlds.set(id, behaviour); // the reminder's link is opened
    const ticket = await desk.archived(id);
    expect(ticket.attempt).toBe(1);
    expect(ticket.replied?.inTime).toBe(true);
  },
);
