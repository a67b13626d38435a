import { join } from 'node:path';
import type { Activity } from './activity.ts';
import { asyncInvocation } from './async-invocation.ts';
import type { CloudClock } from './clock.ts';
import { httpApi } from './http-api.ts';
import { keptList, keptValue } from './kept.ts';
import { lambdaRuntime } from './lambda-runtime.ts';
import { createMeter, type Meter } from './meter.ts';
import { toDestination } from './on-failure.ts';
import { queueSources } from './queue-source.ts';
import type { Deliver } from './rule-target.ts';
import { schedules, type WakeFor } from './schedules.ts';
import { type Change, dynamoDb } from './services/dynamodb.ts';
import { type BusEntry, eventBridge } from './services/eventbridge.ts';
import { executionRegister } from './services/execution-register.ts';
import { executionStatusEvent } from './services/execution-status.ts';
import { kms } from './services/kms.ts';
import { buckets as s3Buckets } from './services/s3-buckets.ts';
import { secretsManager } from './services/secrets-manager.ts';
import { type Mail, mails } from './services/ses.ts';
import { type SmsMessage, sns as snsService, type TopicMessage } from './services/sns.ts';
import { type Message, sqs as sqsService } from './services/sqs.ts';
import { stepFunctions } from './services/step-functions.ts';
import { streams } from './stream.ts';
import { targetDelivery } from './target-delivery.ts';
import type { Assembly } from './template/assembly.ts';
import type { Stack } from './template/stack.ts';
import { toSubscriber } from './topic-subscriber.ts';

type Options = Readonly<{
  activity: Activity;
  clock: CloudClock;
  account: string;
  region: string;
  environment: () => Readonly<Record<string, string>>;
  dataDir?: string;
  wakeFor: WakeFor;
  onChange?: (change: Change) => void;
  onLog?: (functionName: string, line: string) => void;
}>;

/** Every service of the cloud, and how what one does reaches the others. */
export function cloudServices({ activity, clock, account, region, environment, dataDir, ...told }: Options) {
  const { wakeFor, onChange, onLog } = told;
  const { now } = clock;
  const meter: Meter = createMeter(now, (invocation) => lambda.functionOf(invocation));
  const lambda = lambdaRuntime({ clock, activity, meter, environment, onLog });

  const sms = keptList<SmsMessage>(dataDir, 'sms');
  const mail = mails(keptList<Mail>(dataDir, 'mail'));
  const published = keptList<TopicMessage>(dataDir, 'published');
  const busEntries = keptList<BusEntry>(dataDir, 'bus-events');
  const keptQueues = keptValue<Record<string, Message[]>>(dataDir, 'queues', {});

  const queueSource = queueSources(activity, lambda, () => sqs, region);
  const sqs = sqsService({
    clock,
    meter,
    onVisible: (queue) => queueSource.poll(queue),
    kept: keptQueues.get(),
    keep: (queues) => {
      if (dataDir) keptQueues.set(Object.fromEntries(queues.map(({ name, messages }) => [name, messages])));
    },
  });
  const buckets = s3Buckets(now, dataDir);

  const sendTo = (arn: string, body: string) => {
    const queue = sqs.find(arn);
    if (!queue) throw new Error(`${arn} is no queue of this stack`);
    sqs.send(queue, body);
  };
  const invocations = asyncInvocation({ clock, activity, lambda, sendTo });
  const deliver: Deliver = targetDelivery({
    clock,
    activity,
    lambda,
    invocations,
    sqs,
    states: () => states,
    events: () => events,
    topics: () => sns,
  });
  const events = eventBridge({ clock, activity, account, region, deliver, entries: busEntries });
  const schedule = schedules({ clock, activity, account, region, deliver, wakeFor });
  const sns = snsService({
    now,
    pass: (ms) => clock.moveTo(now() + ms),
    activity,
    meter,
    sms,
    published,
    toSubscriber: toSubscriber(lambda, invocations, sqs),
  });

  const register = executionRegister(now, dataDir);
  const states = stepFunctions({
    clock,
    meter,
    lambda,
    register,
    onStatus: (record) => events.put('default', executionStatusEvent(record)),
  });
  const stream = streams({
    clock,
    activity,
    lambda,
    region,
    onUndelivered: toDestination({ clock, meter, buckets, sqs }),
  });
  const dynamodb = dynamoDb({
    path: dataDir && join(dataDir, 'tables'),
    activity,
    clock,
    meter,
    onChange: (change) => {
      stream.publish(change);
      onChange?.(change);
    },
  });
  const secrets = secretsManager(now, dataDir);
  const keys = kms(meter, dataDir);
  const api = httpApi({ clock, lambda, meter });

  /** In an order in which each finds what it points at. */
  const deploy = async (assembly: Assembly, stack: Stack) => {
    lambda.deploy(assembly, stack);
    for (const service of [keys, secrets, buckets, invocations, queueSource, sqs, events, sns, stream, api])
      service.deploy(stack);
    states.deploy(assembly, stack);
    await dynamodb.deploy(stack);
    schedule.deploy(stack);
  };

  return {
    ...{
      meter,
      lambda,
      invocations,
      sms,
      mail,
      published,
      sqs,
      buckets,
      events,
      schedule,
      sns,
      register,
      states,
      stream,
    },
    ...{ dynamodb, secrets, keys, api, busEntries, deploy },
  };
}

export type CloudServices = ReturnType<typeof cloudServices>;
