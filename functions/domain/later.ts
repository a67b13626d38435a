const HOUR = 3_600_000;

/** The instant so many hours after another. */
export const hoursAfter = (instant: Date, hours: number): string =>
  new Date(instant.getTime() + hours * HOUR).toISOString();
export const daysAfter = (instant: Date, days: number): string => hoursAfter(instant, days * 24);
