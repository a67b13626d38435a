import type { Need } from './needs.ts';

/** A deployed function: where its source lies, what it may do and therefore knows, and how long it may take. */
export type Deployed = Readonly<{ in: string; needs: readonly Need[]; seconds: number }>;

const intake = (seconds: number, ...needs: Need[]): Deployed => ({ in: 'intake/', needs, seconds });
const step = (...needs: Need[]): Deployed => ({ in: 'steps/', needs: ['log', ...needs], seconds: 30 });
const page = (...needs: Need[]): Deployed => ({ in: 'pages/', needs: ['find-link', 'address', ...needs], seconds: 10 });
/** A page with forms, which are counted. */
const forms = (...needs: Need[]): Deployed => page('count', ...needs);

/** To open a task for somebody of a department, tell them by a link, and keep the workflow's token for their answer. */
const asks = ['keep-token', 'roster', 'mint-link', 'message'] as const;

/** To send a one-time code to a person, and hold what they type against it. */
const proves = ['codes', 'message'] as const;

/** Every deployed function by name: the name of its file and of its bundle, and in Pascal case its id here and in the state machine. */
// biome-ignore format: a table is read in columns
export const FUNCTIONS = {
  'receive-post':        intake(10, 'log', 'write-case', 'keep-refused', 'count', 'ticket-key', 'channels', 'signatures', 'zone', 'jurisdiction'),
  'receive-event':       intake(30, 'log', 'write-case', 'keep-refused', 'count', 'ticket-key', 'zone', 'jurisdiction'),
  'receive-follow-up':   intake(10, 'log', 'write-case', 'keep-refused', 'count', 'channels', 'signatures', 'zone'),
  'hear-core-banking':   intake(30, 'log'),
  'hear-lost-execution': intake(30, 'log', 'machine', 'extensions', 'see-executions'),
  'command-details':     intake(10, 'read-log', 'read-case', 'channels', 'signatures'),

  acknowledge:           step('read-case', 'message', 'mail', 'count'),
  triage:                step('read-case', 'neighbours'),
  'protect-card':        step(...asks, 'read-case', 'mail', 'count'),
  'route-by-hand':       step(...asks),
  investigate:           step(...asks),
  propose:               step('write-case', 'currency'),
  approve:               step(...asks),
  'carry-out-remedies':  step('keep-token'),
  'answer-enquiry':      step(...asks),
  'prepare-reply':       step('write-case', 'zone'),
  'send-reply':          step('read-case', 'mint-link', 'message', 'mail', 'count'),
  'call-cardholder':     step(...asks),
  'ask-survey':          step('keep-token', 'read-case', 'mint-link', 'message', 'mail', 'count'),
  close:                 step('zone'),
  archive:               step('whole-case', 'seal'),
  'hand-to-a-person':    step(...asks),
  // of an extension
  'ask-extension':       step(...asks),
  'tell-extension':      step('read-case', 'mint-link', 'message', 'mail', 'count'),

  work:                  forms('log', 'write-case', 'roster', 'zone', 'currency', ...proves),
  approval:              forms('log', 'write-case', 'roster', 'zone', ...proves),
  letter:                forms('log', 'write-case', 'zone', 'currency', 'hotline'),
  survey:                forms('log', 'write-case', 'zone', 'hotline'),
  desk:                  forms('log', 'write-case', 'person', 'zone', ...proves),
  call:                  forms('log', 'read-case', 'person', 'zone', ...proves),
  plan:                  forms('log', 'write-case', 'person', 'zone', ...proves),
  extension:             forms('log', 'write-case', 'person', 'zone', ...proves),
  proof:                 page('read-log', 'person', 'zone'),

  anchor:                { in: '', seconds: 600, needs: ['read-log', 'changed-heads', 'lay-anchors', 'zone'] },
  relay:                 { in: '', seconds: 60, needs: ['read-log', 'look-again', 'zone', 'keep-case', 'queues', 'note-heads', 'read-refused', 'bus', 'machine', 'extensions', 'start-executions', 'stop-executions', 'answer-tasks'] },
  watch:                 { in: '', seconds: 50, needs: ['log', 'look-again', 'what-is-due', 'read-case', 'roster', 'mint-link', 'message', 'mail', 'count', 'machine', 'extensions', 'see-executions'] },
} as const satisfies Record<string, Deployed>;

export type FunctionName = keyof typeof FUNCTIONS;
const names = Object.keys(FUNCTIONS) as FunctionName[];
export const EXTENSION_STEPS = ['ask-extension', 'tell-extension'] as const satisfies FunctionName[];
export const STEPS = names.filter((name) => FUNCTIONS[name].in === 'steps/' && !isOfExtension(name));

function isOfExtension(name: FunctionName): boolean {
  return (EXTENSION_STEPS as readonly FunctionName[]).includes(name);
}

export const sourceOf = (name: FunctionName): string => `functions/${FUNCTIONS[name].in}${name}.ts`;

/** `send-reply` is `SendReply` in the template and in the state machine. */
export const idOf = (name: string): string =>
  name.replaceAll(/(^|-)(\w)/g, (_, _dash, letter: string) => letter.toUpperCase());
