import { formsOf, open, type PageForm, send as sendAsTyped } from './page-form.ts';
import { type Outbox, sendWithCode } from './with-code.ts';

/** How the people of a run behave; what a complaint leaves open is done as most do it. */
export type Behaviour = Readonly<{
  /** Findings of the lead: its remedies in major units, and what it answers to each demand. */
  remedies?: readonly (readonly [kind: string, amount: string])[];
  verdict?: 'accept' | 'part' | 'reject';
  facts?: string;
  reason?: string;
  citation?: string;
  /** The lead passes it on to this department first. */
  transferTo?: string;
  /** The first manager, or the lead's handler, gives it to a colleague once. */
  gives?: 'approval' | 'work';
  /** The first manager sends it back once, with these words. */
  returnOnce?: string;
  /** Whoever is asked for more time refuses it, with these words. */
  refusesTime?: string;
  /** 1 to 5, or no answer. */
  rating?: number | null;
  appeal?: string;
  answer?: string;
  /** What comes of a call to the complainant: of the first, the second… */
  calls?: readonly ('reached' | 'no-answer' | 'wrong-number' | 'declined-to-talk')[];
  /** Where the triage desk sends it, and as what. */
  routeTo?: string;
  routeAs?: string;
  /** What the survey's own words are. */
  comment?: string;
  /** A department beside the lead: it finds, and proposes nothing. */
  isSupporting?: boolean;
  /** The lead opens the page only when reminded. */
  waitsForReminder?: boolean;
}>;

const usual = {
  facts: 'We looked at the account, the transaction records and the calls on file, and found what is described here.',
  reason: 'The records bear out what you told us.',
  citation: 'Terms of the card agreement on complaints and corrections',
  plan: 'We have told the head office, one team answers all of these, and we report in the evening.',
  answer: 'Thank you. We have passed this on to the team in charge, who will take it up in the next release.',
} as const;

/**
 * Somebody opens a link from an SMS and does what the page asks for. `outbox`: where they read the codes sent to them.
 * `send`: how a form is sent.
 */
export function people(outbox: Outbox, send = sendAsTyped) {
  const done = new Set<string>();
  const once = (what: string) => !done.has(what) && Boolean(done.add(what));

  return async (link: string, ticket: string, behaviour: Behaviour): Promise<void> => {
    const kind = new URL(link).pathname[1];
    const page = await open(link);
    // What was merged stands before the work, each with a form of its own that takes it apart; and nobody here has a
    // complaint looked at anew on their own.
    const isBeside = ({ names }: PageForm) => names.has('other') || names.has('because');
    const [form, other, ...more] = formsOf(page).filter((one) => !isBeside(one));
    if (!form) return;
    const colleagues = [other, ...more].find((one) => one?.names.has('colleague'));
    const isGiven = behaviour.gives && kind === { approval: 'a', work: 'w' }[behaviour.gives];
    const fill = (one: PageForm, fields: Readonly<Record<string, string>>) =>
      sendWithCode(outbox, link, one, fields, send);
    if (isGiven && colleagues && once(`${ticket} give`)) {
      const [colleague = ''] = colleagues.options('colleague');
      await fill(colleagues, { act: 'give', colleague });
    } else if (kind === 'w' && form.names.has('answer')) {
      await fill(form, { act: 'answer', answer: behaviour.answer ?? usual.answer });
    } else if (kind === 'w' && form.names.has('facts')) {
      const to = behaviour.transferTo;
      if (to && !behaviour.isSupporting && other?.options('to').includes(to) && once(`${ticket} transfer`)) {
        await fill(other, { act: 'transfer', to, reason: 'This belongs to them.' });
      } else {
        const isLead = !behaviour.isSupporting && once(`${ticket} lead`);
        await fill(form, { act: 'file', ...findings(form.names, behaviour, isLead) });
      }
    } else if (kind === 'a') {
      const back = behaviour.returnOnce;
      const isReturning = back && other && once(`${ticket} return`);
      if (isReturning) await fill(other, { act: 'return', reason: back });
      else await fill(form, { act: 'approve' });
    } else if (kind === 'x') {
      // The cardholder only reads; who decides on more time finds a form.
      const reason = behaviour.refusesTime;
      if (reason && other) await fill(other, { act: 'refuse', reason });
      else await fill(form, { act: 'approve' });
    } else if (kind === 's' && behaviour.rating !== null) {
      const mayAppeal = behaviour.appeal && form.names.has('appeal');
      const appeal: Record<string, string> = mayAppeal ? { appeal: 'yes', grounds: behaviour.appeal ?? '' } : {};
      const score = String(behaviour.rating ?? 5);
      const comment = behaviour.comment ?? '';
      await fill(form, { score, reason: '', comment, grounds: '', ...appeal });
    } else if (kind === 'c' && form.fields.dialledAt) {
      // A page of a call that is owed no more leaves the time to whoever had dialled before.
      const nth = ['first', 'second', 'third'].findIndex((time) => once(`${ticket} ${time} call`));
      await fill(form, { act: 'call', outcome: behaviour.calls?.[nth] ?? 'reached' });
    } else if (kind === 'i' && form.names.has('plan')) {
      await fill(form, { act: 'plan', plan: usual.plan });
    } else if (kind === 'd') {
      const { routeTo: lead = 'customer-service', routeAs: category = 'service-attitude' } = behaviour;
      const route = { act: 'route', category, severity: 'simple', lead };
      const isRoute = form.names.has('lead');
      await fill(form, isRoute ? route : { act: 'go-on', note: 'Looked into it; it can go on.' });
    }
  };
}

function findings(names: ReadonlySet<string>, behaviour: Behaviour, isLead: boolean): Record<string, string> {
  const fields: Record<string, string> = {
    facts: behaviour.facts ?? usual.facts,
    'evidence.0.kind': 'transaction-record',
    'evidence.0.reference': 'CORE-0001',
    liability: behaviour.verdict === 'reject' ? 'none' : 'bank',
    'basis.0.kind': 'contract',
    'basis.0.citation': behaviour.citation ?? usual.citation,
    rootCause: 'process',
  };
  for (const name of names) {
    if (name === 'reviewed') fields[name] = 'yes';
    if (name.endsWith('.verdict')) fields[name] = behaviour.verdict ?? 'accept';
    if (/^answers\.\d+\.reason$/.test(name)) fields[name] = behaviour.reason ?? usual.reason;
  }
  const remedies = isLead ? (behaviour.remedies ?? []) : [];
  for (const [index, [kind, amount]] of remedies.entries()) {
    fields[`remedies.${index}.kind`] = kind;
    fields[`remedies.${index}.amount`] = amount;
  }
  return fields;
}
