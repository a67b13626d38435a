import type { NewEvent } from './eventbridge.ts';
import type { ExecutionRecord } from './execution-register.ts';

const included = { included: true };

/** What Step Functions puts on the default bus whenever an execution's status changes. */
export const executionStatusEvent = (record: ExecutionRecord): NewEvent => ({
  source: 'aws.states',
  detailType: 'Step Functions Execution Status Change',
  resources: [record.arn],
  detail: {
    executionArn: record.arn,
    stateMachineArn: record.stateMachineArn,
    name: record.name,
    status: record.status,
    startDate: record.startedAt,
    stopDate: record.stoppedAt ?? null,
    input: record.input,
    output: record.output ?? null,
    stateMachineVersionArn: null,
    stateMachineAliasArn: null,
    redriveCount: 0,
    redriveDate: null,
    redriveStatus: record.status === 'RUNNING' || record.status === 'SUCCEEDED' ? 'NOT_REDRIVABLE' : 'REDRIVABLE',
    redriveStatusReason: null,
    inputDetails: included,
    outputDetails: record.output === undefined ? null : included,
    error: record.error ?? null,
    cause: record.cause ?? null,
  },
});
