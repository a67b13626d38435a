import type { Decision } from '../../functions/domain/ticket-event.ts';

export type LogOf = (ticket: string) => readonly Decision[] | undefined;

/**
 * When a reply was given that this decision tells of: as somebody dialled, whenever it was written down; as the desk let a
 * ticket go on after they had reached the complainant; as the other was answered, where it was merged, and never where it
 * was not.
 */
export function repliedAt(
  log: readonly Decision[],
  { at, events }: Decision,
  message: string,
  mergedInto: string | undefined,
  logOf: LogOf,
): string | undefined {
  for (const event of events) {
    if (event.type === 'Called' && event.message === message) return event.dialledAt;
    if (event.type === 'MessageSent' && event.message === message && event.providerId.startsWith('desk:'))
      return resumedAt(log, event.providerId.slice('desk:'.length)) ?? at;
  }
  const other = mergedInto === undefined ? undefined : logOf(mergedInto);
  if (!other) return at;
  const theirs = other.findLast((one) => one.at <= at && one.events.some((event) => tells(event, message)));
  return theirs && repliedAt(other, theirs, message, undefined, logOf);
}

const tells = (event: Decision['events'][number], message: string): boolean =>
  event.type === 'Replied' && event.message === message;

const resumedAt = (log: readonly Decision[], task: string): string | undefined =>
  log.find(({ events }) => events.some((event) => event.type === 'Resumed' && event.task === task))?.at;
