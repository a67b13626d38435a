import { createHash, randomUUID } from 'node:crypto';
import type { Clock } from '../clock.ts';
import type { Meter } from '../meter.ts';
import type { Resource, Stack } from '../template/stack.ts';

export type Message = {
  readonly id: string;
  readonly body: string;
  readonly md5: string;
  readonly sentAt: number;
  readonly attributes: Readonly<Record<string, unknown>>;
  visibleAt: number;
  receives: number;
  firstReceivedAt?: number;
  receipt?: string;
  /** Cancels the timer that makes it visible again. */
  wake?: () => void;
};

export type Queue = {
  readonly name: string;
  readonly arn: string;
  readonly url: string;
  visibilityMs: number;
  delayMs: number;
  redrive?: Readonly<{ deadLetterTargetArn: string; maxReceiveCount: number }>;
  messages: Message[];
};

export type Sqs = Readonly<{
  deploy(stack: Stack): void;
  /** The queue behind a URL, an ARN or a name. */
  find(address: string): Queue | undefined;
  queues(): readonly Queue[];
  send(queue: Queue, body: string, attributes?: Readonly<Record<string, unknown>>, delayMs?: number): Message;
  /** Takes up to `most` visible messages; one that was received too often goes to the dead letters instead. */
  receive(queue: Queue, most: number, visibilityMs?: number): readonly Message[];
  remove(queue: Queue, receipt: string): void;
  release(queue: Queue, receipt: string, visibilityMs: number): void;
}>;

type Options = Readonly<{
  clock: Clock;
  meter: Meter;
  onVisible: (queue: Queue) => void;
  /** Messages by queue, as they were kept before a restart. */
  kept: Readonly<Record<string, readonly Message[]>>;
  keep: (queues: readonly Queue[]) => void;
}>;

const seconds = (value: unknown, usual: number) => Number(value ?? usual) * 1000;

/** Standard queues: at least once, hidden while somebody works on a message, set aside after too many receives. */
export function sqs({ clock, meter, onVisible, kept, keep }: Options): Sqs {
  const queues = new Map<string, Queue>();

  const find = (address: string) =>
    queues.get(address.slice(Math.max(address.lastIndexOf('/'), address.lastIndexOf(':')) + 1));

  const changed = () => keep([...queues.values()]);

  const awaitVisible = (queue: Queue, message: Message) => {
    changed();
    message.wake?.();
    message.wake = undefined;
    if (message.visibleAt <= clock.now()) onVisible(queue);
    else message.wake = clock.at(message.visibleAt, () => onVisible(queue));
  };

  const drop = (queue: Queue, dropped: Message | undefined) => {
    dropped?.wake?.();
    changed();
    queue.messages = queue.messages.filter((message) => message !== dropped);
  };

  const place = (queue: Queue, message: Message) => {
    queue.messages.push(message);
    awaitVisible(queue, message);
    return message;
  };

  const send: Sqs['send'] = (queue, body, attributes = {}, delayMs = queue.delayMs) => {
    meter.record({ service: 'sqs', what: 'SendMessage', resource: queue.name });
    const md5 = createHash('md5').update(body).digest('hex');
    const now = clock.now();
    return place(queue, {
      id: randomUUID(),
      body,
      md5,
      attributes,
      sentAt: now,
      visibleAt: now + delayMs,
      receives: 0,
    });
  };

  /** Keeps its id and the time it was first sent, as the console shows them. */
  const setAside = (queue: Queue, message: Message, deadLetterTargetArn: string) => {
    drop(queue, message);
    const target = find(deadLetterTargetArn);
    if (target) place(target, { ...message, visibleAt: clock.now(), receives: 0, receipt: undefined, wake: undefined });
  };

  const withReceipt = (queue: Queue, receipt: string) => queue.messages.find((message) => message.receipt === receipt);

  return {
    find,
    queues: () => [...queues.values()],
    send,
    receive(queue, most, visibilityMs = queue.visibilityMs) {
      const received: Message[] = [];
      for (const message of [...queue.messages]) {
        if (received.length === most) break;
        if (message.visibleAt > clock.now()) continue;
        if (queue.redrive && message.receives >= queue.redrive.maxReceiveCount) {
          setAside(queue, message, queue.redrive.deadLetterTargetArn);
          continue;
        }
        message.receives++;
        message.firstReceivedAt ??= clock.now();
        message.receipt = randomUUID();
        message.visibleAt = clock.now() + visibilityMs;
        awaitVisible(queue, message);
        received.push(message);
      }
      if (received.length) meter.record({ service: 'sqs', what: 'ReceiveMessage', resource: queue.name });
      return received;
    },
    remove(queue, receipt) {
      meter.record({ service: 'sqs', what: 'DeleteMessage', resource: queue.name });
      drop(queue, withReceipt(queue, receipt));
    },
    release(queue, receipt, visibilityMs) {
      const message = withReceipt(queue, receipt);
      if (!message) return;
      message.visibleAt = clock.now() + visibilityMs;
      awaitVisible(queue, message);
    },
    deploy(stack) {
      for (const resource of stack.ofType('AWS::SQS::Queue')) {
        const known = queues.get(resource.name);
        const queue = declared(resource, known?.messages ?? []);
        queues.set(queue.name, queue);
        if (!known) for (const message of kept[queue.name] ?? []) place(queue, { ...message });
      }
    },
  };
}

function declared({ logicalId, name, arn, ref, properties }: Resource, messages: Message[]): Queue {
  if (properties.FifoQueue) throw new Error(`${logicalId} is a FIFO queue, which is not run here`);
  return {
    name,
    arn,
    url: ref,
    visibilityMs: seconds(properties.VisibilityTimeout, 30),
    delayMs: seconds(properties.DelaySeconds, 0),
    redrive: properties.RedrivePolicy as Queue['redrive'],
    messages,
  };
}
