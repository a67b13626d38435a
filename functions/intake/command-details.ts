import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { channelSignature } from '../adapters/channel-signature.ts';
import { stores } from '../adapters/stores.ts';

const { log, files } = stores();
const faultOf = channelSignature();

/**
 * GET /commands/{ticket}/{command}: what a command on the bus is about. The bus carries ids only; core banking fetches the
 * account's reference and the amount here, signed over the path in the body's place.
 */
export const handler = async (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> => {
  const fault = await faultOf('core-banking', event.headers, event.rawPath, new Date());
  if (fault)
    return json(401, { error: 'NotSigned', why: fault, do: 'sign the path as docs/events/README.md describes' });

  const { ticket: id = '', command: name = '' } = event.pathParameters ?? {};
  const ticket = await log.find(id);
  const command = Object.hasOwn(ticket.commands, name) ? ticket.commands[name] : undefined;
  if (!command) return json(404, { error: 'UnknownCommand', do: 'use ticket and command of a CommandOrdered event' });

  const { post } = await files.complaint(id);
  const { account, lastFour } = post.card ?? {};
  return json(200, {
    ticket: id,
    command: name,
    action: command.action,
    amountMinor: command.amountMinor,
    account,
    lastFour,
  });
};

const json = (statusCode: number, content: object): APIGatewayProxyStructuredResultV2 => ({
  statusCode,
  headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
  body: JSON.stringify(content),
});
