import { BANK_CLOCKS } from '../../functions/rules/bank-clocks.ts';
import { CN_DAYS } from '../../functions/rules/calendars/cn.ts';
import { UK_DAYS } from '../../functions/rules/calendars/uk.ts';
import { CN } from '../../functions/rules/packs/cn.ts';
import { UK } from '../../functions/rules/packs/uk.ts';
import { POLICY } from '../../functions/rules/policy.ts';
import { PROGRESS } from '../../functions/rules/progress.ts';

const bank = { bankClocks: BANK_CLOCKS, policy: POLICY, progress: PROGRESS };
export const cnRules = { ...bank, pack: CN, calendar: CN_DAYS, zone: 'Asia/Shanghai' };
export const ukRules = { ...bank, pack: UK, calendar: UK_DAYS, zone: 'Europe/London' };
