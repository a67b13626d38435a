import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isAllowed } from './iam/evaluate.ts';
import { questions } from './iam/questions.ts';
import { type Call, callsAllowed, requestsOf } from './iam/requests.ts';
import { rolesOf, type Template } from './iam/roles.ts';
import { placeOf, wordsOf } from './iam/words.ts';
import { chapter, tableOf } from './rule-book/markdown.ts';

const OWN_LOG = /^(logs|xray):/;

/** Who may do what: every role of the template against every call that any role allows. */
export function iamTable(template: Template): string {
  const roles = rolesOf(template);
  const names = [...roles.keys()];
  const whoMay = (call: Call) =>
    names.filter((name) => requestsOf(template, call).every((one) => isAllowed(roles.get(name) ?? [], one)));
  const someOf = (asked: readonly Call[]) => {
    const allowed = new Set(asked.flatMap(whoMay));
    return names.filter((name) => allowed.has(name));
  };
  const calls = callsAllowed(template)
    .filter(({ action }) => !OWN_LOG.test(action))
    .map((call) => ({ ...call, place: placeOf(template, call) }))
    .sort((one, other) => orderOf(one).localeCompare(orderOf(other), 'en'));
  const answers = calls.map((call) => ({ call, who: whoMay(call) }));

  return chapter(
    1,
    'Who may do what',
    `Made from the synthesized template by \`npx node scripts/iam-table.ts\`; a test fails while they differ. Not copied from \`infra/functions.ts\`: the policy of each of the ${names.length} roles is evaluated, as IAM would, for each of the ${calls.length} calls that any of them allows, with its key, its condition, and the use of the table's key that goes with it. Another test holds the rights on items against the calls that the functions made in a played desk: a role allows what its function does, and nothing that only another does.`,
    '',
    chapter(
      2,
      'What an auditor asks',
      tableOf(
        ['Question', 'Answer'],
        questions(template).map(([question, ...asked]) => [question, someOf(asked).join(', ') || '**nobody**']),
      ),
    ),
    chapter(
      2,
      'Every right',
      `Besides these, each function writes into its own log group and sends traces. \`*\` stands for names to come.\n`,
      tableOf(
        ['', 'Right', 'Call', 'On', 'Allowed to', 'Denied to'],
        answers.map(({ call, who }, index) => [
          index + 1,
          wordsOf(call),
          call.action,
          `\`${call.place}\``,
          who.join(', '),
          `${names.length - who.length}`,
        ]),
      ),
    ),
    chapter(
      2,
      'Function by right',
      'The numbers are those above; `●` allowed, `·` denied.\n',
      matrix(
        names,
        answers.map(({ who }) => who),
      ),
    ),
  );
}

const orderOf = ({ action, place }: Call & { place: string }) => `${action.split(':')[0]} ${place} ${action}`;

function matrix(names: readonly string[], rights: readonly (readonly string[])[]): string {
  const width = Math.max(...names.map(({ length }) => length)) + 1;
  const number = (index: number) => String(index + 1).padStart(2, '0');
  const digits = [0, 1].map((digit) => ' '.repeat(width) + rights.map((_, index) => number(index)[digit]).join(''));
  const rows = names.map((name) => name.padEnd(width) + rights.map((who) => (who.includes(name) ? '●' : '·')).join(''));
  return ['```', ...digits, ...rows, '```', ''].join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const template: Template = JSON.parse(
    readFileSync(new URL('../cdk.out/Redress.template.json', import.meta.url), 'utf8'),
  );
  writeFileSync(new URL('../docs/iam.md', import.meta.url), iamTable(template));
}
