import type { Properties, Statement } from './roles.ts';

/** One call as IAM sees it: `resource` as an ARN, `context` what the call brings for conditions. */
export type Request = Readonly<{
  action: string;
  resource: string;
  context?: Readonly<Record<string, string | readonly string[]>>;
}>;

/** What IAM would say to a role in its own account: a deny wins, then any allow, else no. Key policies leave it to IAM. */
export function isAllowed(statements: readonly Statement[], request: Request): boolean {
  const matching = statements.filter((statement) => covers(statement, request));
  return matching.length > 0 && matching.every(({ Effect }) => Effect === 'Allow');
}

function covers({ Action, Resource, Condition = {} }: Statement, { action, resource, context = {} }: Request): boolean {
  return (
    Action.some((pattern) => isLike(pattern, action)) &&
    Resource.some((pattern) => isLike(pattern, resource)) &&
    Object.entries(Condition).every(([operator, keys]) =>
      Object.entries(keys as Properties).every(([key, wanted]) => holds(operator, [wanted].flat(), context[key])),
    )
  );
}

/** As IAM does: what no call brings fails a condition, but `ForAllValues`, which holds for the values there are. */
function holds(operator: string, wanted: readonly string[], brought: string | readonly string[] | undefined): boolean {
  const values = [brought ?? []].flat();
  const isMet = (test: (wanted: string, value: string) => boolean) => (value: string) =>
    wanted.some((one) => test(one, value));
  switch (operator) {
    case 'StringEquals':
      return values.length > 0 && values.every(isMet((one, value) => one === value));
    case 'StringLike':
    case 'ArnLike':
      return values.length > 0 && values.every(isMet(isLike));
    case 'ForAllValues:StringLike':
      return values.every(isMet(isLike));
    default:
      throw new Error(`the evaluator does not know the condition ${operator}: teach it before granting by it`);
  }
}

/** `*` stands for anything, `?` for one character. */
function isLike(pattern: string, value: string): boolean {
  const source = pattern
    .replaceAll(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`, 's').test(value);
}
