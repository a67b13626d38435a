import * as z from 'zod/mini';

const Outcome = z.looseObject({
  type: z.enum(['succeeded', 'failed', 'timedOut', 'submitFailed']),
  output: z.optional(z.unknown()),
  error: z.optional(z.string()),
  cause: z.optional(z.unknown()),
});

export const TaskAttempt = z.looseObject({
  state: z.string(),
  parameters: z.optional(z.unknown()),
  timeoutInSeconds: z.optional(z.number()),
  heartbeatInSeconds: z.optional(z.number()),
  submitOutput: z.optional(z.unknown()),
  outcome: Outcome,
});
export type TaskAttempt = z.infer<typeof TaskAttempt>;

/** A recorded execution: what was run, what its tasks did and what became of it. */
export const Case = z.looseObject({
  id: z.string(),
  concurrent: z.optional(z.boolean()),
  definition: z.looseObject({ StartAt: z.string(), States: z.record(z.string(), z.unknown()) }),
  input: z.optional(z.unknown()),
  tasks: z.array(TaskAttempt),
  expected: z.looseObject({
    status: z.string(),
    output: z.optional(z.unknown()),
    error: z.optional(z.unknown()),
    cause: z.optional(z.unknown()),
    states: z.array(z.looseObject({ ev: z.string(), type: z.string(), name: z.string() })),
    evaluationFailed: z.optional(z.array(z.unknown())),
    eventTypes: z.array(z.string()),
  }),
});
export type Case = z.infer<typeof Case>;

export const Cases = z.array(Case);
