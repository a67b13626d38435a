import { type Content, ofRequest, sign } from '../../functions/adapters/signature.ts';

/** A channel's own end of the line: posts complaints over HTTP, signed, as docs/events describes. */
export const channel = (url: string, secretOf: (channel: string) => string, now: () => Date) => {
  const headers = (sender: string, body: Content) => {
    const timestamp = String(Math.floor(now().getTime() / 1000));
    return { 'x-channel': sender, 'x-timestamp': timestamp, 'x-signature': sign(secretOf(sender), timestamp, body) };
  };

  async function send(sender: string, path: string, body: string) {
    const answer = await fetch(`${url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers(sender, body) },
      body,
    });
    return { status: answer.status, answer: (await answer.json()) as Record<string, unknown> };
  }

  return {
    async post(sender: string, body: string): Promise<{ status: number; answer: Record<string, unknown> }> {
      return send(sender, '/complaints', body);
    },

    /** What a complainant adds to a ticket by a channel. */
    followUp: (sender: string, ticket: string, body: object) =>
      send(sender, `/complaints/${ticket}/follow-ups`, JSON.stringify({ ticket, ...body })),

    /** What core banking asks before it carries out a command: which account, how much. */
    async command(ticket: string, command: string): Promise<Record<string, unknown>> {
      const path = `/commands/${ticket}/${command}`;
      const answer = await fetch(`${url}${path}`, { headers: headers('core-banking', ofRequest('GET', path)) });
      if (!answer.ok) throw new Error(`GET ${path} answered ${answer.status}: ${await answer.text()}`);
      return (await answer.json()) as Record<string, unknown>;
    },
  };
};
export type Channel = ReturnType<typeof channel>;
