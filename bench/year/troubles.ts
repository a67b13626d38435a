import type { Cloud } from '../../local/cloud.ts';
import type { Chance } from '../../local/demo/chance.ts';

const DAY = 86_400_000;

/** How many of each a day brings, on average. */
const PER_DAY = { function: 0.8, sms: 0.4, mail: 0.2 } as const;
type Kind = keyof typeof PER_DAY;

/** What breaks under a desk in so many days: functions that fail once, and providers that refuse. */
export function troubles(cloud: Cloud, phones: readonly string[], drawn: Chance, days: number): void {
  const functions = cloud.resources.filter(({ type }) => type === 'AWS::Lambda::Function').map(({ name }) => name);
  const failing = failOnce(cloud);
  const breaks: Record<Kind, (what: string) => void> = {
    function: (what) => failing(drawn.one(what, some(functions))),
    sms: (what) => cloud.fail.nextSms(drawn.one(what, some(phones)), named('ThrottledException')),
    mail: (what) => cloud.fail.nextMail(`holder-${drawn.between(what, 0, 999)}@sample.example`, named('Rejected')),
  };
  const from = cloud.now().getTime();
  for (let day = 0; day < days; day += 1) {
    for (const [kind, share] of Object.entries(PER_DAY) as [Kind, number][]) {
      const what = `${kind} of day ${day}`;
      if (!drawn.happens(what, share)) continue;
      const at = new Date(from + (day + drawn.draw(`${what} at`)) * DAY);
      cloud.at(at, async () => breaks[kind](`${what} which`));
    }
  }
}

/** A function that is seldom called must not fail many times in a row: it fails anew only once it has failed. */
function failOnce({ fail, logs }: Cloud) {
  const since = new Map<string, number>();
  const linesOf = (name: string) => logs.get(name) ?? [];
  return (name: string): void => {
    const from = since.get(name);
    const isWaiting = from !== undefined && !linesOf(name).some((line, nth) => nth >= from && line.includes(FAILURE));
    if (isWaiting) return;
    since.set(name, linesOf(name).length);
    fail.nextInvocation(name, Object.assign(new Error(FAILURE), { name: 'ThrottlingException' }));
  };
}

const FAILURE = 'a sample failure';

function some<T>([first, ...more]: readonly T[]): readonly [T, ...T[]] {
  if (first === undefined) throw new Error('there is nothing to choose from');
  return [first, ...more];
}

const named = (name: string): Error => Object.assign(new Error(`a sample of ${name}`), { name });
