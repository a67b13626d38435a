import { type FUNCTIONS, idOf, STEPS } from '../../infra/functions.ts';
import type { Cloud } from '../../local/cloud.ts';
import { RETRIES } from './worst-world.ts';

/** Steps that the way of a stolen card does not take. */
const NOT_ON_THE_WAY: readonly string[] = ['route-by-hand', 'answer-enquiry'];

const transient = () => Object.assign(new Error('the service is busy'), { name: 'Lambda.ServiceException' });
const permanent = () => Object.assign(new Error('a fault of the code'), { name: 'TypeError' });

/**
 * Every step of the way is tried as often as its Retry allows and then fails for good, once; `slots`: of the departments
 * each meets that. The step that hands to a person only tries: were it to fail for good, another execution would begin.
 */
export function failEveryStepOnce({ fail, resources }: Cloud, slots: number): void {
  for (const step of STEPS.filter((name) => !NOT_ON_THE_WAY.includes(name))) {
    const times = step === 'investigate' ? slots : 1;
    const { name } = resources.find(({ path }) => path.endsWith(`/${idOf(step)}`)) ?? unknown(step);
    for (let nth = 0; nth < times * RETRIES; nth++) fail.nextInvocation(name, transient());
    if (step === 'hand-to-a-person') continue;
    for (let nth = 0; nth < times; nth++) fail.nextInvocation(name, permanent());
  }
}

function unknown(step: keyof typeof FUNCTIONS): never {
  throw new Error(`the stack has no function ${step}`);
}
