import { UK } from '../../functions/rules/packs/uk.ts';
import { DESK, deskOf } from './a-desk.ts';

export const cnRules = DESK;
export const ukRules = deskOf(UK);
