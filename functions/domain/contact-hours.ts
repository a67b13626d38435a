import { addDays, epochOf, instantOf, isoOf, localTime } from './local-time.ts';

const MINUTE = 60_000;

export type Sending = Readonly<{
  now: string;
  /** The complainant's zone. */
  zone: string;
  /** The statutory date by which the message must have left. */
  deadline?: string | undefined;
  /** A message leaves so long before its deadline, whatever the hour. */
  marginMinutes: number;
  urgent: boolean;
  hours: Readonly<{ from: string; to: string }>;
}>;

/** When a message may leave: now, or when the complainant's day begins; never so late that the deadline would be missed. */
export function sendAt({ now, zone, deadline, marginMinutes, urgent, hours }: Sending): {
  at: string;
  heldFor?: 'contact-hours';
} {
  const { date, time } = localTime(now, zone);
  const inHours = time >= `${hours.from}:00` && time < `${hours.to}:00`;
  if (urgent || inHours) return { at: now };

  const morning = instantOf(time < `${hours.from}:00` ? date : addDays(date, 1), hours.from, zone);
  const latest = deadline === undefined ? Number.POSITIVE_INFINITY : epochOf(deadline) - marginMinutes * MINUTE;
  const at = Math.min(epochOf(morning), latest);
  return at <= epochOf(now) ? { at: now } : { at: isoOf(at), heldFor: 'contact-hours' };
}
