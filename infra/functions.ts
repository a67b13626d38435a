import type { Need } from './needs.ts';

/** A deployed function: where its source lies, what it may do and therefore knows, and how long it may take. */
export type Deployed = Readonly<{ in: string; needs: readonly Need[]; seconds: number }>;

const step = (...needs: Need[]): Deployed => ({ in: 'steps/', needs: ['log', ...needs], seconds: 30 });
const page = (...needs: Need[]): Deployed => ({ in: 'pages/', needs: ['log', 'find-link', ...needs], seconds: 10 });
const intake = (seconds: number, ...needs: Need[]): Deployed => ({ in: 'intake/', needs, seconds });

const sends = ['read-case', 'roster', 'mint-link', 'message'] as const;

/** Every deployed function by name: the name of its file and of its bundle, and in Pascal case its id here and in the state machine. */
// biome-ignore format: a table is read in columns
export const FUNCTIONS = {
  'receive-post':        intake(10, 'log', 'write-case', 'keep-refused', 'ticket-key', 'channels', 'bank'),
  'receive-event':       intake(30, 'log', 'write-case', 'keep-refused', 'ticket-key', 'bank'),
  'hear-core-banking':   intake(30, 'log'),
  'hear-lost-execution': intake(30, 'log'),
  'command-details':     intake(10, 'log', 'read-case', 'channels'),

  acknowledge:           step(...sends, 'bank'),
  triage:                step('read-case', 'bank'),
  'protect-card':        step('move-ticket', ...sends, 'bank'),
  'route-by-hand':       step('move-ticket', ...sends, 'bank'),
  investigate:           step('move-ticket', ...sends, 'bank'),
  propose:               step('write-case', 'bank'),
  approve:               step('move-ticket', ...sends, 'bank'),
  'carry-out-remedies':  step('move-ticket', 'bank'),
  'answer-enquiry':      step('move-ticket', ...sends, 'bank'),
  'prepare-reply':       step('write-case', 'bank'),
  'send-reply':          step(...sends, 'bank'),
  'ask-survey':          step('move-ticket', ...sends, 'bank'),
  close:                 step('bank'),
  archive:               step('whole-case', 'seal', 'bank'),
  'hand-to-a-person':    step('move-ticket', ...sends, 'bank'),

  work:                  page('write-case', 'roster', 'bank'),
  approval:              page('write-case', 'roster', 'bank'),
  letter:                page('read-case', 'bank'),
  survey:                page('write-case', 'bank'),
  desk:                  page('write-case', 'roster', 'bank'),

  relay:                 { in: '', needs: ['log', 'move-ticket', 'views', 'read-refused', 'keep-case', 'bus', 'know-machine', 'start-executions', 'answer-tasks'], seconds: 60 },
  watch:                 { in: '', needs: ['log', 'what-is-due', 'move-ticket', ...sends, 'bank', 'know-machine', 'see-executions'], seconds: 50 },
} as const satisfies Record<string, Deployed>;

export type FunctionName = keyof typeof FUNCTIONS;
const names = Object.keys(FUNCTIONS) as FunctionName[];
export const STEPS = names.filter((name) => FUNCTIONS[name].in === 'steps/');

export const sourceOf = (name: FunctionName): string => `functions/${FUNCTIONS[name].in}${name}.ts`;

/** `send-reply` is `SendReply` in the template and in the state machine. */
export const idOf = (name: string): string =>
  name.replaceAll(/(^|-)(\w)/g, (_, _dash, letter: string) => letter.toUpperCase());
