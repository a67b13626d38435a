import * as z from 'zod/mini';
import type { Stores } from '../adapters/stores.ts';
import { approve, sendBack } from '../domain/approve.ts';
import type { Task } from '../domain/ticket.ts';
import { type Forms, onTask } from './confirming.ts';
import { parsed, type Typed, written } from './form.ts';
import { type Giving, giveOn } from './give-on.ts';
import { kept } from './kept.ts';

const ReturnForm = z.object({ reason: written(2_000) });

/** What the forms need to know of the page that they were on. */
export type OnApproval = Giving & Readonly<{ id: string; salt: string; task: Task; person: string }>;

/** One level's decision: yes to the proposal on the page, or back with reasons, or a colleague's to decide. */
export const approvalForms = (files: Stores['files']): Forms<OnApproval> =>
  onTask<OnApproval>(['approve'], {
    approve: (opened, form) => ({ act: (decide) => decide((ticket) => approve(ticket, mine(opened, form))) }),

    return(opened, form) {
      const { data, faults } = parsed(ReturnForm, form);
      if (!data) return { faults };
      return {
        act: async (decide) => {
          const reason = await kept(files, opened, data.reason);
          await decide((ticket) => sendBack(ticket, { ...mine(opened, form), reason }));
        },
      };
    },

    ...giveOn,
  });

/** `seen`: the proposal on the page that was sent, which may be another by now. */
const mine = ({ task, person: by }: OnApproval, { seen = '' }: Typed) => ({ task: task.id, by, seen });
