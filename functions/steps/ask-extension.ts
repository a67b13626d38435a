import * as z from 'zod/mini';
import { askPerson } from '../adapters/ask-person.ts';
import { step, Waiting } from '../adapters/step.ts';
import { stores } from '../adapters/stores.ts';
import { leadOf } from '../domain/departments.ts';
import { askedBy, askingFor, excludedFromDeciding } from '../domain/extension/decide.ts';
import { carried } from '../domain/extension/lost.ts';
import { isOpen } from '../domain/extension.ts';
import { pinnedPack } from '../domain/pinned-pack.ts';
import { ExtensionOver } from '../domain/refusals.ts';
import { Role } from '../domain/roster.ts';
import { COMPLAINT_DESK } from '../rules/departments.ts';
import { PACKS } from '../rules/packs/packs.ts';
import { POLICY } from '../rules/policy.ts';

const store = stores();
const ask = askPerson(store);
const Input = z.extend(Waiting, { extension: z.string(), execution: z.string() });

/** Somebody of the level that the rule names decides on longer time; neither who asks for it, nor who worked on the ticket. */
export const handler = step(Input, async ({ ticket: id, extension: name, execution, token }, now) => {
  const ticket = await store.log.read(id);
  const extension = carried(ticket, name, execution);
  const role = Role.parse(extension.level);
  const task = askingFor(name);
  const row = pinnedPack(PACKS, ticket.received?.pack ?? '').extensions.find(({ rule }) => rule === extension.rule);
  const after = await ask(
    ticket,
    {
      task,
      token,
      work: 'extend',
      role,
      department: role === 'department-head' ? (leadOf(ticket, COMPLAINT_DESK) ?? COMPLAINT_DESK) : COMPLAINT_DESK,
      level: role,
      isExact: row?.approvalSetBy === 'law',
      excluded: excludedFromDeciding(ticket, extension),
      dueAt: askedBy(extension, POLICY, now.toISOString()),
      purpose: 'extension-link',
      page: 'extension',
      by: 'ask-extension',
      isWanted: ({ extensions }) => extensions[name] !== undefined && isOpen(extensions[name]),
    },
    now,
  );
  if (!after.tasks[task]) throw new ExtensionOver(name);
});
