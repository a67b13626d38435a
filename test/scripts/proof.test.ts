import { execFile, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { links } from '../../functions/adapters/links.ts';
import { daysAfter } from '../../functions/domain/later.ts';
import { open } from '../../local/demo/page-form.ts';
import { approveWith, askedCode, waitingApproval } from '../attacks/waiting-approval.ts';
import { playedDesk } from '../paths/played-desk.ts';

const SCRIPT = join(import.meta.dirname, '../../scripts/proof.ts');

test('an approval by code is on the sheet: as text, as data, and on the page behind the supervisor’s link', async () => {
  const desk = await playedDesk();
  onTestFinished(() => desk.cloud.close());
  const { id, task, link } = await waitingApproval(desk);
  expect(await approveWith(link, await askedCode(desk, link))).toBe(303);

  const env = { ...process.env, ...desk.cloud.env() };
  const proof = async (...more: string[]) => {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [SCRIPT, id, '--table', desk.tables.tickets, ...more],
      { env },
    );
    return stdout;
  };
  expect(await proof()).toContain(`Approved of ${task.id} by ${task.person} (${task.level}), confirmed by code`);
  const data = JSON.parse(await proof('--json'));
  expect(data.acts).toContainEqual(expect.objectContaining({ act: 'Approved', by: task.person, confirmed: 'code' }));

  const expiresAt = daysAfter(desk.cloud.now(), 1);
  const { token } = await links(desk.db, desk.tables.tickets).mint({
    ...{ page: 'proof', ticket: id, person: 'supervisor-1', sentAt: desk.cloud.now().toISOString(), expiresAt },
  });
  const page = await open(`${new URL(link).origin}/p/${token}`);
  expect(page).toMatch(new RegExp(`${task.person}.{0,80}(已通过验证码确认|confirmed by a code)`, 's'));
}, 120_000);

test.for<readonly [string, Record<string, string>, string]>([
  ['no region', {}, 'are AWS_REGION, AWS_PROFILE and --table those of the desk?'],
  ['an endpoint where nobody is', { AWS_REGION: 'local', AWS_ENDPOINT_URL: 'http://127.0.0.1:9' }, 'could not be read'],
])('with %s it says in a line what to look at, and fails', ([, env, why]) => {
  const keys = { AWS_ACCESS_KEY_ID: 'a', AWS_SECRET_ACCESS_KEY: 'b', AWS_MAX_ATTEMPTS: '1' };
  const { status, stderr, stdout } = spawnSync(process.execPath, [SCRIPT, '0123456789AB', '--table', 'X'], {
    encoding: 'utf8',
    env: { PATH: process.env.PATH, HOME: '/nowhere', ...keys, ...env },
  });
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr).toContain(why);
  expect(stderr.trim().split('\n')).toHaveLength(1);
});
