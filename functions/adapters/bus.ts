import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { unlogged } from './unlogged.ts';

/** The most entries that one call takes. */
const BATCH = 10;

export type BusEvent = Readonly<{ type: string; detail: object }>;

/** The bus, for the relay alone. Consumers may see an event twice: `detail.id` is the same then. */
export const bus = (EventBusName: string) => {
  const events = unlogged(new EventBridgeClient({}));
  return async (entries: readonly BusEvent[]): Promise<void> => {
    for (let from = 0; from < entries.length; from += BATCH) {
      const Entries = entries.slice(from, from + BATCH).map(({ type, detail }) => ({
        EventBusName,
        Source: 'redress',
        DetailType: type,
        Detail: JSON.stringify(detail),
      }));
      const { FailedEntryCount } = await events.send(new PutEventsCommand({ Entries }));
      if (FailedEntryCount) throw new Error(`the bus refused ${FailedEntryCount} of ${Entries.length} events`);
    }
  };
};
