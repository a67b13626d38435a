import * as z from 'zod/mini';

/** What a rating is about, as codes that can be counted. */
export const SurveyReason = z.enum(['speed', 'clarity', 'outcome', 'attitude', 'other']);
export type SurveyReason = z.infer<typeof SurveyReason>;
