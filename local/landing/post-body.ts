import type { PostFields } from './samples.ts';

/** The body a channel would post: what the form leaves empty is left out, and nothing is checked here. */
export function postBody(fields: PostFields, now: Date): Record<string, unknown> {
  const { channel, channelReference, kind, narrative, locale, complainedAbout, demands = '', amount } = fields;
  const lines = demands.split(/\r?\n/).filter((line) => line.trim());
  const complainant = filled({ name: fields.name, phone: fields.phone });
  const card = filled({ tier: fields.tier, lastFour: fields.lastFour });
  const checkedAt = now.toISOString();
  return {
    version: 1,
    ...filled({ channel, channelReference, kind, narrative, locale, zone: fields.zone, complainedAbout }),
    ...(lines.length > 0 && { demands: lines }),
    ...(amount && { amount: { minor: Math.round(Number(amount) * 100), currency: 'CNY' } }),
    ...(Object.keys(complainant).length > 0 && { complainant }),
    ...(Object.keys(card).length > 0 && { card }),
    ...(fields.identity && { identity: { method: 'app-login', level: fields.identity, checkedAt } }),
  };
}

const filled = (fields: Readonly<Record<string, string | undefined>>): Record<string, string> =>
  Object.fromEntries(Object.entries(fields).flatMap(([name, value]) => (value ? [[name, value]] : [])));
