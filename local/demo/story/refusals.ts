import type { Played } from '../play.ts';

type Refused = Readonly<{
  refusal: string;
  channel?: string;
  fields: readonly Readonly<{ field: string; why: string }>[];
}>;

/** The posts that could not be taken, as their channels hear of them on the bus. */
export function refusals({ desk }: Played): string[] {
  const refused = desk.cloud.busEvents.filter(({ event }) => event['detail-type'] === 'ComplaintRefused');
  return refused.flatMap(({ event }) => {
    const { refusal, channel = 'unknown channel', fields } = event.detail as Refused;
    return [
      `${refusal}  ${channel} · refused, and kept masked`,
      ...fields.map(({ field, why }) => `  ${field}: ${why}`),
      '',
    ];
  });
}
