import type { CloudServices } from './cloud-services.ts';
import type { Item } from './services/dynalite.ts';
import { tablesOf } from './services/dynamodb-tables.ts';
import { executionStatusEvent } from './services/execution-status.ts';
import type { Stack } from './template/stack.ts';

/**
 * What a restart may have cut off is told once more: executions that ran are aborted, and of every partition of a
 * table with a stream its last item is delivered again, for a stream is at least once and may have lost its place.
 */
export async function redeliver({ dynamodb, stream, register, events }: CloudServices, stack: Stack): Promise<void> {
  for (const { name, properties } of tablesOf(stack)) {
    if (!properties.StreamSpecification) continue;
    const lastItems = new Map<string, Item>();
    for (const item of await dynamodb.items(name)) {
      const keys = dynamodb.keysOf(name, item);
      const [partition] = Object.values(keys);
      const place = JSON.stringify(partition);
      const known = lastItems.get(place);
      if (!known || sortKey(dynamodb.keysOf(name, known)) <= sortKey(keys)) lastItems.set(place, item);
    }
    for (const item of lastItems.values()) {
      stream.publish({ table: name, keys: dynamodb.keysOf(name, item), after: item, expired: false });
    }
  }
  for (const record of register.lost) events.put('default', executionStatusEvent(record));
}

const sortKey = (keys: Item) => JSON.stringify(Object.values(keys)[1] ?? '');
