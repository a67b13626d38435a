import * as z from 'zod/mini';
import { COMPLAINT_DESK, DEPARTMENTS } from '../rules/departments.ts';
import { written } from './form.ts';

/** The bank's departments that investigate. */
export const WorkingDepartment = z.enum(
  DEPARTMENTS.rows.map(([id]) => id).filter((id) => id !== COMPLAINT_DESK) as [string, ...string[]],
);

export const TransferForm = z.object({ to: WorkingDepartment, reason: written(2_000) });
export const AnswerForm = z.object({ answer: written(4_000) });
