import type { Clock } from '../clock.ts';
import type { LambdaRuntime } from '../lambda-runtime.ts';
import type { Meter } from '../meter.ts';
import { AwsError } from '../protocol/aws-error.ts';
import {
  type Execution,
  type StateMachineDefinition,
  startExecution,
  type TaskCall,
} from '../state-language/engine.ts';
import type { Assembly } from '../template/assembly.ts';
import type { Stack } from '../template/stack.ts';
import type { ExecutionRecord, ExecutionRegister } from './execution-register.ts';
import { lambdaTask } from './lambda-task.ts';
import { definitionOf } from './state-machine-definition.ts';

export type StateMachine = Readonly<{
  name: string;
  arn: string;
  roleArn: string;
  type: string;
  definition: StateMachineDefinition;
  createdAt: number;
}>;

export type StepFunctions = Readonly<{
  machines: ReadonlyMap<string, StateMachine>;
  register: ExecutionRegister;
  deploy(assembly: Assembly, stack: Stack): void;
  /** Refuses a name that is taken; the same name and input of a running execution is that execution. */
  start(stateMachineArn: string, input: string, name: string): ExecutionRecord;
  /** The execution that issued a task token, whether or not it still waits for it. */
  issuer(token: string): Execution | undefined;
  /** The next execution that comes to this task dies there: before the task's function is called, or after. */
  dieAt(state: string, when: 'before' | 'after'): void;
  /** No execution has anything to compute at the present instant. */
  idle(): boolean;
}>;

type Options = Readonly<{
  clock: Clock;
  meter: Meter;
  lambda: LambdaRuntime;
  register: ExecutionRegister;
  onStatus: (record: ExecutionRecord) => void;
}>;

const NAME_KEPT_MS = 90 * 86_400_000;

export function stepFunctions({ clock, meter, lambda, register, onStatus }: Options): StepFunctions {
  const machines = new Map<string, StateMachine>();
  const running = new Set<Execution>();
  const issuers = new Map<string, ExecutionRecord>();
  const deaths = new Map<string, 'before' | 'after'>();

  const ended = (record: ExecutionRecord, execution: Execution) => {
    const { status, stoppedAt, output, error, cause, history } = execution;
    Object.assign(record, {
      status,
      stoppedAt,
      error,
      cause,
      output: output === undefined ? undefined : JSON.stringify(output),
    });
    running.delete(execution);
    register.end(record);
    meter.record({
      service: 'states',
      what: 'StateTransition',
      resource: record.arn,
      quantity: transitions(execution),
    });
    meter.record({ service: 'states', what: 'HistoryEvent', resource: record.arn, quantity: history.length });
    onStatus(record);
  };

  const start = (stateMachineArn: string, input: string, name: string): ExecutionRecord => {
    const machine = machines.get(stateMachineArn);
    if (!machine) throw new AwsError('StateMachineDoesNotExist', `State Machine Does Not Exist: '${stateMachineArn}'`);
    const arn = `${stateMachineArn.replace(':stateMachine:', ':execution:')}:${name}`;
    const taken = register.find(arn);
    if (taken?.status === 'RUNNING' && sameJson(taken.input, input)) return taken;
    if (taken && (taken.stoppedAt ?? clock.now()) > clock.now() - NAME_KEPT_MS) {
      throw new AwsError('ExecutionAlreadyExists', `Execution Already Exists: '${arn}'`);
    }

    const record: ExecutionRecord = { arn, name, stateMachineArn, input, startedAt: clock.now(), status: 'RUNNING' };
    register.add(record);
    onStatus(record);
    const runTask = async (call: TaskCall) => {
      if (call.token) issuers.set(call.token, record);
      const dies = deaths.get(call.state);
      deaths.delete(call.state);
      if (dies === 'before') {
        record.execution?.stop('Killed', call.state);
        return { error: 'Killed' };
      }
      const outcome = await lambdaTask(lambda, call);
      if (dies === 'after') record.execution?.stop('Killed', call.state);
      return outcome;
    };
    const execution = startExecution({
      definition: machine.definition,
      input: JSON.parse(input),
      arn,
      name,
      stateMachine: machine,
      roleArn: machine.roleArn,
      clock,
      runTask,
      onEnd: (it) => ended(record, it),
    });
    record.execution = execution;
    if (execution.status === 'RUNNING') running.add(execution);
    return record;
  };

  return {
    machines,
    register,
    start,
    issuer: (token) => issuers.get(token)?.execution,
    dieAt: (state, when) => void deaths.set(state, when),
    idle: () => [...running].every(({ idle }) => idle),
    deploy(assembly, stack) {
      machines.clear();
      for (const resource of stack.ofType('AWS::StepFunctions::StateMachine')) {
        const { name, arn, properties } = resource;
        const { RoleArn = '', StateMachineType = 'STANDARD' } = properties;
        if (StateMachineType !== 'STANDARD')
          throw new Error(`${name} is ${StateMachineType}; only STANDARD machines are run`);
        const definition = definitionOf(resource, assembly);
        machines.set(arn, {
          name,
          arn,
          roleArn: String(RoleArn),
          type: 'STANDARD',
          definition,
          createdAt: clock.now(),
        });
      }
    },
  };
}

/** What is charged: each state entered, and each retry of a task once more. */
export function transitions({ history }: Pick<Execution, 'history'>): number {
  const entered = history.filter(({ type }) => type.endsWith('StateEntered')).length;
  const scheduled = history.filter(({ type }) => type === 'TaskScheduled' || type === 'LambdaFunctionScheduled').length;
  const tasks = history.filter(({ type }) => type === 'TaskStateEntered').length;
  return entered + Math.max(0, scheduled - tasks);
}

const sameJson = (left: string, right: string) =>
  JSON.stringify(JSON.parse(left)) === JSON.stringify(JSON.parse(right));
