import { CfnResource, Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** Rules of cdk-nag that a resource breaks, by its path in the stack, and why that is right here. The first row that matches answers. */
export type Acknowledged = readonly [rules: readonly string[], path: RegExp, reason: string];

const DLQ = ['Serverless-LambdaDLQ', 'NIST.800.53.R5-LambdaDLQ'];
const FUNCTION = /^(Workflow|Extension|Intake|Pages|Relay|Watch|Anchor)\/[A-Z]\w+\/Resource$/;
const POLICY = /^(Workflow|Extension|Intake|Pages|Relay|Watch|Anchor)\/[A-Z]\w+Role\/DefaultPolicy\/Resource$/;
const MACHINE_POLICY = /^(Workflow\/Complaint|Extension\/Extension)\/Role\/DefaultPolicy\/Resource$/;
const LETTERS = /^(Intake|Metrics)\/(\w+\/)?\w+DeadLetters\/Resource$/;

/** Whatever is not on this list stops the synthesis; a row that nothing needs any more fails a test. */
export const ACKNOWLEDGED: readonly Acknowledged[] = [
  // who may call
  [
    ['AwsSolutions-APIG4'],
    /^Http\/Api\/(POST--complaints|POST--complaints--{ticket}--follow-ups|GET--commands--{ticket}--{command})\/Resource$/,
    'Machines call these. The function checks an HMAC over time and body, with a secret that only this channel and the desk hold, before it reads the body; an authorizer of the gateway never sees a body.',
  ],
  [
    ['AwsSolutions-APIG4'],
    /^Http\/Api\/(GET|POST)--\w--{token}\/Resource$/,
    'People come by a link of 128 random bits out of a message; cardholders have no account with the bank that an authorizer could ask. The function checks the link on every request and answers alike whether it never was, or is over.',
  ],
  // what IAM cannot name
  [
    ['AwsSolutions-IAM5[Resource::*]'],
    POLICY,
    'Only actions that IAM ties to no resource: X-Ray, SMS to a number (topics are denied in the same policy), the list of streams. infra/wildcards.ts names each, and a test holds every statement against it.',
  ],
  [
    ['AwsSolutions-IAM5[Resource::*]'],
    MACHINE_POLICY,
    'X-Ray and the delivery of vended logs, which IAM ties to no resource. infra/wildcards.ts names each action.',
  ],
  [
    [
      'AwsSolutions-IAM5[Resource::<ArchiveBucket49F1AC64.Arn>/????????????/*]',
      'AwsSolutions-IAM5[Resource::<ArchiveBucket49F1AC64.Arn>/keys/*]',
    ],
    /^Workflow\/ArchiveRole\/DefaultPolicy\/Resource$/,
    'Puts and locks objects in the folders of tickets to come, and the public key beside them, in this one bucket. It can neither read nor delete one.',
  ],
  [
    [
      'AwsSolutions-IAM5[Resource::<ArchiveBucket49F1AC64.Arn>/anchors/*]',
      'AwsSolutions-IAM5[Resource::<ArchiveBucket49F1AC64.Arn>/keys/*]',
    ],
    /^Anchor\/AnchorRole\/DefaultPolicy\/Resource$/,
    'Puts and locks the anchors of days to come, reads the one before, and puts the public key beside them, in this one bucket. It can read no ticket, and delete nothing.',
  ],
  [
    ['AwsSolutions-IAM5[Resource::<RelayFailures2FC1449E.Arn>/*]'],
    /^Relay\/RelayRole\/DefaultPolicy\/Resource$/,
    'Lambda puts the records that failed here under names of its own. The role can neither read nor delete one.',
  ],
  [
    [
      'AwsSolutions-IAM5[Resource::arn:aws:states:ap-southeast-1:<AWS::AccountId>:execution:<WorkflowComplaint0EFDC2F4.Name>:*]',
    ],
    /^(Relay\/Relay|Watch\/Watch|Intake\/HearLostExecution)Role\/DefaultPolicy\/Resource$/,
    'Executions of this one state machine: each is named after a ticket to come. The relay stops them, the watch looks whether they live.',
  ],
  [
    [
      'AwsSolutions-IAM5[Resource::arn:aws:states:ap-southeast-1:<AWS::AccountId>:execution:<Extension31B233A4.Name>:*]',
    ],
    /^(Watch\/Watch|Intake\/HearLostExecution)Role\/DefaultPolicy\/Resource$/,
    'Executions of this one state machine: each is named after a ticket to come. The watch looks whether they live.',
  ],
  [
    ['AwsSolutions-IAM5[Resource::<ArchiveBucket49F1AC64.Arn>/????????????/*]'],
    /^Operator\/HolderRecords\/Resource$/,
    'The folders of tickets in this one bucket: reads a version, sees what locks it, and lays or lifts a legal hold. Only the personal part can be deleted, once no lock is on it.',
  ],
  [
    ['NIST.800.53.R5-IAMNoInlinePolicy'],
    POLICY,
    'One role a function, one policy a role, made of what the function needs. Inline it lives and dies with its role, and cannot be attached to anybody else.',
  ],
  [
    ['NIST.800.53.R5-IAMNoInlinePolicy'],
    MACHINE_POLICY,
    'The role may invoke the steps of its own machine. Inline the policy cannot be attached to anybody else.',
  ],
  // functions
  [
    DLQ,
    /^Intake\/HearLostExecution\/Resource$/,
    'It has a failure destination instead, which keeps the error beside the event: a queue with an alarm.',
  ],
  [
    [...DLQ, 'Serverless-LambdaAsyncFailureDestination'],
    /^Watch\/Watch(\/EventInvokeConfig)?\/Resource$/,
    'Its event says only that a minute is over, and the next minute is the retry. That it fails, or does not run, has an alarm each.',
  ],
  [
    DLQ,
    /^Anchor\/Anchor\/Resource$/,
    'Its event says only that a day is over, and the next run catches up whatever was missed. That it fails, or does not run, has an alarm each.',
  ],
  [
    DLQ,
    FUNCTION,
    'Never invoked asynchronously, so Lambda would never use it: callers get the error (Step Functions retries and catches, the API answers), queues and the stream have dead letters of their own. A test holds the template against this.',
  ],
  [
    ['NIST.800.53.R5-LambdaConcurrency'],
    FUNCTION,
    'A reservation takes from the account what it gives, and a cap on a step would make a customer wait. Load is bounded where it enters: stage throttling, a maximum concurrency on every queue, shards times four for the relay, one run a minute for the watch, one a day for the anchor.',
  ],
  [
    ['NIST.800.53.R5-LambdaInsideVPC'],
    FUNCTION,
    'It speaks to AWS services over TLS, and to nothing inside a network: there is nothing private to reach and nothing listens. A VPC would add a NAT or a dozen endpoints as a new way out; what the role may reach is bound by IAM, item by item.',
  ],
  // queues and rules
  [
    ['Serverless-LambdaEventSourceMappingDestination'],
    /^Intake\/\w+\/SqsEventSource:\w+\/Resource$/,
    'A queue as source has no failure destination: what fails goes to the dead letters of the queue.',
  ],
  [['Serverless-SQSRedrivePolicy'], LETTERS, 'This is where dead letters end; each has an alarm on its first letter.'],
  [
    ['AwsSolutions-SQS3'],
    LETTERS,
    'It holds the dead letters of a rule and of a function, which the check does not look for.',
  ],
  [
    ['Serverless-EventBusDLQ'],
    /^Watch\/EveryMinute\/Resource$/,
    'Its event says only that a minute is over. A watch that does not run has an alarm.',
  ],
  [
    ['Serverless-EventBusDLQ'],
    /^Metrics\/[A-Z]\w+\/Resource$/,
    'A rule without a target: CloudWatch counts what it matches, and nothing is delivered that could get lost.',
  ],
  // secrets and storage
  [
    ['AwsSolutions-SMG4', 'NIST.800.53.R5-SecretsManagerRotationEnabled'],
    /^Secrets\/TicketKey\/Resource$/,
    'Numbers tickets from what a channel calls its post. Under another key a post sent again would become a second ticket, and the key protects nothing but guessing of numbers, which open nothing.',
  ],
  [
    ['AwsSolutions-SMG4', 'NIST.800.53.R5-SecretsManagerRotationEnabled'],
    /^Secrets\/Channels\/Resource$/,
    'Each secret is shared with a system outside this account, which a rotation function could not reach. It is rotated by hand without a gap, because two are valid at a time; docs/runbook.md says how.',
  ],
  [
    ['NIST.800.53.R5-S3BucketReplicationEnabled'],
    /^(Archive\/(Bucket|AccessLogs)|Relay\/Failures)\/Resource$/,
    "Where a second copy of card holders' data may lie is the law's and the bank's decision, not a default. Within the region S3 keeps each object in three zones; the archive is versioned and locked, and the log stands in DynamoDB.",
  ],
  [
    ['NIST.800.53.R5-S3DefaultEncryptionKMS'],
    /^Archive\/AccessLogs\/Resource$/,
    'S3 delivers access logs only into a bucket under its own encryption. They hold names of objects, which are numbers of tickets.',
  ],
];

/** The path of a construct within its stack. */
export const pathIn = ({ node }: IConstruct): string => node.path.slice(node.path.indexOf('/') + 1);

/** Writes the reasons to the resources they are about, where cdk-nag and an auditor find them. */
export function acknowledge(stack: IConstruct): void {
  for (const resource of stack.node.findAll().filter((one) => CfnResource.isCfnResource(one))) {
    for (const [rules, path, reason] of ACKNOWLEDGED) {
      if (path.test(pathIn(resource))) Validations.of(resource).acknowledge(...rules.map((id) => ({ id, reason })));
    }
  }
}
