import { readFileSync } from 'node:fs';
import { type Context, Hono } from 'hono';
import { csrf } from 'hono/csrf';
import { COMPLAINT_DESK, DEPARTMENTS } from '../../functions/rules/departments.ts';
import type { Desk } from '../demo/desk.ts';
import { readAssembly } from '../template/assembly.ts';
import { type Bank, bankOf } from './bank.ts';
import type { CoreBanking, Order } from './core-banking.ts';
import { orders } from './core-banking.ts';
import { health } from './health.ts';
import { jumps } from './jumps.ts';
import { postBody } from './post-body.ts';
import { present as lookAt } from './present.ts';
import { filledBy } from './samples.ts';
import type { Settings } from './settings.ts';
import { openAs } from './staff-links.ts';
import { healthPage } from './views/health.ts';
import { homePage } from './views/home.ts';
import { phonePage } from './views/phone.ts';
import { postPage } from './views/post.ts';
import { queuesPage } from './views/queues.ts';
import { ticketPage } from './views/ticket.ts';
import { wholeTables } from './whole-tables.ts';
import { graphOf } from './workflow/graph.ts';
import { workflowOf } from './workflow/of-ticket.ts';

type Sources = Readonly<{ desk: Desk; settings: Settings; core: CoreBanking; assembly: string }>;

const WORKFLOW = new URL('../../infra/complaint.asl.json', import.meta.url);

/** The pages by which somebody watches and moves the desk on this machine. */
export function site({ desk, settings, core, assembly }: Sources): Hono {
  const { cloud } = desk;
  const bank: Bank = bankOf(cloud);
  const tables = wholeTables(desk);
  const graph = graphOf(JSON.parse(readFileSync(WORKFLOW, 'utf8')));
  const healthNow = health(desk, readAssembly(assembly).template);
  const asStaff = openAs(desk, tables, bank);
  const present = () => lookAt({ desk, tables, settings, bank });
  const app = new Hono();
  app.use(csrf());

  // Looking.
  app.get('/', async (c) => c.html(homePage(await present(), await healthNow())));
  app.get('/health', async (c) => c.html(healthPage(await present(), await healthNow())));
  app.get('/queues', async (c) => {
    const departments = [COMPLAINT_DESK, ...DEPARTMENTS.rows.map(([id]) => id)];
    const lines = await Promise.all(departments.map(tables.queue));
    return c.html(
      queuesPage(
        await present(),
        departments.map((department, i) => ({ department, lines: lines[i] ?? [] })),
      ),
    );
  });
  app.get('/phones/:number', async (c) => {
    const now = await present();
    const phone = now.phones.find(({ number }) => number === c.req.param('number'));
    if (!phone) return c.notFound();
    settings.markRead(phone.messages.map(({ id }) => id));
    return c.html(phonePage(phone, now));
  });
  app.get('/tickets/:id', async (c) => {
    const now = await present();
    const ticket = now.tickets.find(({ id }) => id === c.req.param('id'));
    if (!ticket) return c.notFound();
    return c.html(ticketPage(ticket, now, await workflowOf(ticket, graph, cloud)));
  });
  app.get('/pulse', (c) => {
    const { sms, busEvents, executions, published, accessLog } = cloud;
    const counts = [sms, busEvents, executions, published, accessLog].map(({ length }) => length);
    return c.text([...counts, settings.byItself.get(), Math.floor(cloud.now().getTime() / 60_000)].join(' '));
  });

  // Moving.
  let travelling: Promise<unknown> = Promise.resolve();
  app.post('/clock', async (c) => {
    const { to, back } = await c.req.parseBody();
    // One journey after the other, each from where the one before it ended.
    const journey = travelling.then(async () => {
      const { due } = await present();
      const jump = jumps(cloud.now(), bank.zone, due[0]).find(({ id }) => id === to);
      if (jump) await cloud.advanceTo(jump.to);
    });
    travelling = journey.catch(() => undefined);
    await journey;
    return c.redirect(ownPath(back), 303);
  });

  // Being a channel.
  app.get('/post', async (c) => {
    const sample = c.req.query('sample');
    return c.html(postPage(await present(), filledBy(sample), undefined, sample));
  });
  app.post('/post', async (c) => {
    const fields = textsOf(await c.req.parseBody());
    const sent = JSON.stringify(postBody(fields, cloud.now()), null, 2);
    const { status, answer } = await desk.channel.post(fields.channel ?? '', sent);
    return c.html(postPage(await present(), fields, { status, answer, sent }));
  });

  // Being core banking.
  app.post('/core-banking', async (c) => {
    const { order: id, answer } = await c.req.parseBody();
    const order = orders(cloud.busEvents).find((known) => known.id === id);
    const said: Order['answer'] = answer === 'CommandFailed' ? 'CommandFailed' : 'CommandCarriedOut';
    if (order && !order.answer) await core.answer(order, said);
    return c.redirect('/', 303);
  });
  app.post('/core-banking/by-itself', async (c) => {
    settings.byItself.set((await c.req.parseBody()).on === 'yes');
    core.takeUp();
    return c.redirect('/', 303);
  });

  // Being the triage desk, for a ticket that was parked without anybody being sent a link; or a supervisor.
  app.post('/tickets/:ticket/desk-link', async (c) =>
    asStaff(c, 'triage', 'desk', String((await c.req.parseBody()).task)),
  );
  app.post('/tickets/:ticket/proof-link', (c) => asStaff(c, 'supervisor', 'proof'));
  app.post('/read', async (c) => {
    settings.markRead([String((await c.req.parseBody()).message)]);
    return c.body(null, 204);
  });
  app.onError((error, c) => failed(c, error));
  return app;
}

/** Back to a page of this site, and to no other. */
const ownPath = (path: unknown): string => (typeof path === 'string' && /^\/(?!\/)[\w/%+-]*$/.test(path) ? path : '/');

const textsOf = (body: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(Object.entries(body).map(([name, value]) => [name, String(value)]));

function failed(c: Context, error: Error): Response {
  if ('getResponse' in error) return (error as Error & { getResponse: () => Response }).getResponse();
  return c.text(`The page itself failed; the desk goes on.\n\n${error.stack}\n`, 500);
}
