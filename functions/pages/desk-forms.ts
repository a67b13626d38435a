import * as z from 'zod/mini';
import { Severity } from '../domain/event-words.ts';
import { CATEGORIES } from '../rules/categories.ts';
import { type Typed, written } from './form.ts';
import { WorkingDepartment } from './work-forms.ts';

const Category = z.enum(CATEGORIES.rows.map(([id]) => id) as [string, ...string[]]);

export const RouteForm = z.object({ category: Category, severity: Severity, lead: WorkingDepartment });
export const ResumeForm = z.object({ note: written(2_000) });

/** The departments whose boxes are ticked. */
export const supportingOf = (form: Typed): string[] =>
  WorkingDepartment.options.filter((department) => form[`supporting.${department}`] === 'yes');
