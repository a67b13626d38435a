import type { ClockRow, Counting, Pack } from './pack.ts';

/** What does not hold in the packs, each with the row's id. */
export function packFaults(packs: readonly Pack[], calendars: readonly string[]): string[] {
  return [...packs.flatMap((pack) => [...steps(pack), ...idle(pack), ...noCalendar(pack, calendars)]), ...twice(packs)];
}

/** An extension follows the one before it, and is longer than what it extends. */
function steps({ clocks, extensions }: Pack): string[] {
  return extensions.flatMap(({ rule, clock, step, to, counting }) => {
    const before = extensions.find((other) => other.clock === clock && other.step === step - 1);
    const first = clocks.find((other) => other.clock === clock);
    const extended = step === 1 ? first && { to: first.within, counting: first.counting } : before;
    if (!extended) return [`${rule}: nothing comes before it that it could extend`];
    return DAYS[counting](to) > DAYS[extended.counting](extended.to)
      ? []
      : [`${rule}: is no longer than what it extends`];
  });
}

/** As many days as it is at least, so that a clock in weeks and one in days can be compared. */
const DAYS: Readonly<Record<Counting | ClockRow['counting'], (within: number) => number>> = {
  'calendar-days': (within) => within,
  'business-days': (within) => within,
  weeks: (within) => within * 7,
  promptly: () => 0,
};

function idle({ clocks, stops, restarts }: Pack): string[] {
  const known = new Set(clocks.map(({ clock }) => clock));
  const unknown = (rows: readonly { rule: string; clock: ClockRow['clock'] }[]) =>
    rows.filter(({ clock }) => !known.has(clock)).map(({ rule }) => rule);
  return [
    ...unknown(stops).map((rule) => `${rule}: stops a clock that never starts`),
    ...unknown(restarts).map((rule) => `${rule}: restarts a clock that never starts`),
  ];
}

function noCalendar({ id, calendar }: Pack, calendars: readonly string[]): string[] {
  return calendars.includes(calendar) ? [] : [`${id}: no calendar is called ${calendar}`];
}

/** A ticket pins a pack by its id and version; two versions of one day would leave open which. */
function twice(packs: readonly Pack[]): string[] {
  const names = packs.flatMap(({ id, version, jurisdiction, effective }) => [
    `${id}-${version}`,
    `${jurisdiction} from ${effective.from}`,
  ]);
  return names.filter((name, index) => names.indexOf(name) !== index).map((name) => `packs: ${name} stands twice`);
}
