import type { PutEventsCommandInput, PutEventsRequestEntry } from '@aws-sdk/client-eventbridge';
import type { Meter } from '../meter.ts';
import { AwsError } from '../protocol/aws-error.ts';
import { type Operations, operation } from '../protocol/operation.ts';
import { busName, type EventBridge } from './eventbridge.ts';

type Entry = Omit<PutEventsRequestEntry, 'Time'> & Readonly<{ Time?: number | string }>;
type PutEvents = Omit<PutEventsCommandInput, 'Entries'> & Readonly<{ Entries?: readonly Entry[] }>;

const MOST_ENTRIES = 10;
const LARGEST_BYTES = 256 * 1024;
const CHUNK_BYTES = 64 * 1024;

export function eventBridgeOperations(events: EventBridge, meter: Meter): Operations {
  return {
    PutEvents: operation<PutEvents>(['Entries'], ({ Entries = [] }, { invocation }) => {
      if (!Entries.length || Entries.length > MOST_ENTRIES) {
        throw new AwsError(
          'ValidationException',
          `Entries: must have length between 1 and ${MOST_ENTRIES}, not ${Entries.length}`,
        );
      }
      const size = Entries.reduce((sum, entry) => sum + bytesOf(entry), 0);
      if (size > LARGEST_BYTES)
        throw new AwsError('ValidationException', 'Total size of the entries in the request is over the limit.');

      const answers = Entries.map((entry) => {
        const bus = busName(entry.EventBusName);
        const problem = faultOf(entry) ?? (events.hasBus(bus) ? undefined : missingBus(bus));
        if (problem) return problem;
        meter.record({
          service: 'events',
          what: 'PutEvents',
          resource: bus,
          quantity: Math.ceil(bytesOf(entry) / CHUNK_BYTES),
          invocation,
        });
        return { EventId: events.put(bus, newEventOf(entry), invocation) };
      });
      return { FailedEntryCount: answers.filter((answer) => 'ErrorCode' in answer).length, Entries: answers };
    }),
  };
}

const newEventOf = ({ Source = '', DetailType = '', Detail = '', Resources, Time }: Entry) => ({
  source: Source,
  detailType: DetailType,
  detail: JSON.parse(Detail),
  resources: Resources,
  time: Time === undefined ? undefined : typeof Time === 'number' ? Time * 1000 : Date.parse(Time),
});

/** Source, type and detail count, and 14 bytes for a time. */
const bytesOf = ({ Source = '', DetailType = '', Detail = '', Resources = [], Time }: Entry) =>
  Buffer.byteLength(Source + DetailType + Detail + Resources.join('')) + (Time === undefined ? 0 : 14);

const missingBus = (bus: string) => ({
  ErrorCode: 'ResourceNotFoundException',
  ErrorMessage: `Event bus ${bus} does not exist.`,
});

function faultOf({ Source, DetailType, Detail }: Entry) {
  const missing = !Source ? 'Source' : !DetailType ? 'DetailType' : !Detail ? 'Detail' : undefined;
  if (missing)
    return {
      ErrorCode: 'InvalidArgument',
      ErrorMessage: `Parameter ${missing} is not valid. Reason: ${missing} is a required argument.`,
    };
  if (Source?.startsWith('aws.'))
    return { ErrorCode: 'NotAuthorizedForSourceException', ErrorMessage: `Not authorized for the source ${Source}.` };
  try {
    const detail = JSON.parse(String(Detail));
    if (typeof detail === 'object' && detail !== null && !Array.isArray(detail)) return undefined;
  } catch {
    // Told below: whatever is not a JSON object is malformed.
  }
  return { ErrorCode: 'MalformedDetail', ErrorMessage: 'Detail is malformed.' };
}
