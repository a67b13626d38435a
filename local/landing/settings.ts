import { join } from 'node:path';
import { keptValue } from '../kept.ts';

/** What whoever sits here has read and switched; with a directory it outlives a restart. */
export function settings(directory?: string) {
  const kept = directory && join(directory, 'landing');
  const byItself = keptValue(kept, 'core-banking-answers-by-itself', true);
  const read = keptValue<readonly string[]>(kept, 'read-messages', []);
  let messages = new Set(read.get());
  return {
    byItself,
    isRead: (messageId: string) => messages.has(messageId),
    markRead(messageIds: readonly string[]): void {
      if (messageIds.every((id) => messages.has(id))) return;
      messages = new Set([...messages, ...messageIds]);
      read.set([...messages]);
    },
  };
}
export type Settings = ReturnType<typeof settings>;
