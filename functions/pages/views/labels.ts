import type { Locale } from '../../domain/complaint-posted.ts';
import type { NowWith } from '../../domain/refusals.ts';
import { LEVEL_WORDS } from '../../messages/pages/people.ts';
import { CATEGORIES } from '../../rules/categories.ts';
import { COMPLAINT_DESK, DEPARTMENTS } from '../../rules/departments.ts';
import type { Option } from './fields.ts';

/** A department by its name; an id that the table no longer holds stands for itself. */
export const departmentName = (id: string | undefined, locale: Locale): string =>
  DEPARTMENTS.rows.find(([row]) => row === id)?.[1][locale] ?? id ?? '';

/** Where a task lies: its department, and the level at which it is decided. */
export const placeName = ({ department, level }: NowWith, locale: Locale): string =>
  [departmentName(department, locale), LEVEL_WORDS[locale][level ?? '']].filter(Boolean).join(' · ');

export const categoryName = (id: string | undefined, locale: Locale): string =>
  CATEGORIES.rows.find(([row]) => row === id)?.[1][locale] ?? id ?? '';

/** Departments that can be asked to work on a ticket. */
export const workingDepartments = (locale: Locale, besides?: string): Option[] =>
  DEPARTMENTS.rows
    .filter(([id]) => id !== COMPLAINT_DESK && id !== besides)
    .map(([id, labels]) => [id, labels[locale]]);

export const categories = (locale: Locale): Option[] =>
  CATEGORIES.rows.filter(([id]) => id !== 'unclear').map(([id, labels]) => [id, labels[locale]]);
