import { localTime } from '../../functions/domain/local-time.ts';
import { BANK_ZONE, type Progress } from './play.ts';

const EVERY_MS = 200;

/** One line that tells where the run stands, written over itself on a terminal and now and then elsewhere. */
export function progressLine(stream: NodeJS.WriteStream) {
  const [before, after, every] = stream.isTTY ? ['\r\x1b[2K', '', EVERY_MS] : ['', '\n', 50 * EVERY_MS];
  let last = 0;
  return {
    show({ now, begun, archived, parked }: Progress): void {
      if (performance.now() - last < every) return;
      last = performance.now();
      const { date, time } = localTime(now.toISOString(), BANK_ZONE);
      const open = begun - archived;
      stream.write(
        `${before}${date} ${time.slice(0, 5)}  open ${open}  closed ${archived}  at the desk ${parked}${after}`,
      );
    },
    end: () => void stream.write(stream.isTTY ? before : ''),
  };
}
