const FORMAT = /^([+-]?\d{4,6}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2})(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2}(?::\d{2})?)$/i;

/** Milliseconds since 1970 of an ISO 8601 date-time with offset, up to nanoseconds; undefined for any other text, day or hour. */
export function parseInstant(text: string): number | undefined {
  const [, day, hour, minute, second = '00', fraction = '', offset] = FORMAT.exec(text) ?? [];
  if (day === undefined || Number(hour) > 23 || offset === undefined) return undefined;
  const local = Date.parse(`${day}T${hour}:${minute}:${second}${fraction.slice(0, 4)}Z`);
  // The 30th of February would become a day of March.
  if (Number.isNaN(local) || !new Date(local).toISOString().startsWith(day)) return undefined;
  const seconds = offsetInSeconds(offset);
  return seconds === undefined ? undefined : local - seconds * 1000;
}

function offsetInSeconds(offset: string): number | undefined {
  if (offset.toUpperCase() === 'Z') return 0;
  const [hours = 0, minutes = 0, seconds = 0] = offset.slice(1).split(':').map(Number);
  const total = hours * 3600 + minutes * 60 + seconds;
  if (minutes > 59 || seconds > 59 || total > 18 * 3600) return undefined;
  return offset.startsWith('-') ? -total : total;
}
