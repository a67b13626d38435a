import type { Calendar } from './calendar.ts';
import { EU_DAYS } from './eu.ts';
import { UK_DAYS } from './uk.ts';

/** The calendars on which a pack counts business days: all that the door needs of them. */
export const COUNTED: Readonly<Record<string, Calendar | undefined>> = { eu: EU_DAYS, uk: UK_DAYS };
