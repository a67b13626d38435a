import type { Calendar } from './calendar.ts';
import { CN_DAYS } from './cn.ts';
import { EU_DAYS } from './eu.ts';
import { UK_DAYS } from './uk.ts';

/** The calendars by the name that a pack gives. Whatever is deployed imports the one it needs, not all of them. */
export const CALENDARS: Readonly<Record<string, Calendar>> = { cn: CN_DAYS, eu: EU_DAYS, uk: UK_DAYS };
