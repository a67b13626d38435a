import { acknowledgeClock, type Internal, type Weight, workClock } from './bank-clocks.ts';
import { type Bank, type Clock, type Happened, statutoryClocks } from './statutory-clocks.ts';

/**
 * Every clock of a complaint, the law's and the bank's, each for itself. The department's begins when the complaint comes,
 * and the approval's, before anybody has filed anything, when the department's time is over.
 */
export function ticketClocks(bank: Bank & Internal, happened: Happened, weight: Weight): Clock[] {
  const department = workClock(bank, 'department', weight, happened.receivedAt);
  return [
    acknowledgeClock(bank, bank.pack, happened.receivedAt),
    ...statutoryClocks(bank, happened),
    department,
    workClock(bank, 'approval', weight, department.dueAt),
  ];
}
