/** A state machine in the Amazon States Language, as far as JSONata machines use it. A value is JSON; strings `{% … %}` in it are expressions. */
export type StateMachineDefinition = Readonly<
  Branch & { Comment?: string; Version?: string; QueryLanguage?: string; TimeoutSeconds?: number }
>;

export type Branch = Readonly<{ StartAt: string; States: Readonly<Record<string, State>> }>;

export type State =
  | TaskState
  | PassState
  | ChoiceState
  | WaitState
  | SucceedState
  | FailState
  | ParallelState
  | MapState;

type Common = Readonly<{ Comment?: string; QueryLanguage?: string; Output?: unknown; Assign?: Assign }>;
type Next = Readonly<{ Next?: string; End?: boolean }>;
type Recovery = Readonly<{ Retry?: readonly Retrier[]; Catch?: readonly Catcher[] }>;

export type Assign = Readonly<Record<string, unknown>>;

export type Retrier = Readonly<{
  ErrorEquals: readonly string[];
  IntervalSeconds?: number;
  MaxAttempts?: number;
  BackoffRate?: number;
  MaxDelaySeconds?: number;
  JitterStrategy?: 'FULL' | 'NONE';
}>;

export type Catcher = Readonly<{ ErrorEquals: readonly string[]; Next: string; Output?: unknown; Assign?: Assign }>;

export type TaskState = Common &
  Next &
  Recovery &
  Readonly<{
    Type: 'Task';
    Resource: string;
    Arguments?: unknown;
    Credentials?: unknown;
    TimeoutSeconds?: number | string;
    HeartbeatSeconds?: number | string;
  }>;

export type PassState = Common & Next & Readonly<{ Type: 'Pass' }>;

export type ChoiceState = Common & Readonly<{ Type: 'Choice'; Choices: readonly ChoiceRule[]; Default?: string }>;
export type ChoiceRule = Readonly<{ Condition: unknown; Next: string; Output?: unknown; Assign?: Assign }>;

export type WaitState = Common & Next & Readonly<{ Type: 'Wait'; Seconds?: number | string; Timestamp?: string }>;

export type SucceedState = Common & Readonly<{ Type: 'Succeed' }>;

export type FailState = Common & Readonly<{ Type: 'Fail'; Error?: string; Cause?: string }>;

export type ParallelState = Common &
  Next &
  Recovery &
  Readonly<{ Type: 'Parallel'; Arguments?: unknown; Branches: readonly Branch[] }>;

export type MapState = Common &
  Next &
  Recovery &
  Readonly<{
    Type: 'Map';
    Items?: unknown;
    ItemSelector?: unknown;
    ItemBatcher?: unknown;
    ItemReader?: unknown;
    ResultWriter?: unknown;
    MaxConcurrency?: number | string;
    ToleratedFailureCount?: number | string;
    ToleratedFailurePercentage?: number | string;
    Label?: string;
    ItemProcessor: Branch & Readonly<{ ProcessorConfig?: Readonly<{ Mode?: string; ExecutionType?: string }> }>;
  }>;
