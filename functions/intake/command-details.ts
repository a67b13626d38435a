import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { channelSignature } from '../adapters/channel-signature.ts';
import { documents } from '../adapters/clients.ts';
import { env } from '../adapters/env.ts';
import { replays } from '../adapters/replays.ts';
import { ofRequest } from '../adapters/signature.ts';
import { json } from '../adapters/signed-post.ts';
import { logger } from '../adapters/step.ts';
import { stores } from '../adapters/stores.ts';

const SENDER = 'core-banking';
const { CASE_FILES_TABLE } = env('CASE_FILES_TABLE');
const { log, files } = stores();
const { claim } = replays(documents(), CASE_FILES_TABLE);
const verified = channelSignature([SENDER]);

/**
 * GET /commands/{ticket}/{command}: what a command on the bus is about. The bus carries ids only; core banking fetches the
 * account's reference and the amount here, signed over method and path. Each signature is good for one answer: whoever
 * reads it in some log later learns nothing by it.
 */
export const handler = async (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> => {
  const { headers, rawPath: path } = event;
  const content = ofRequest(event.requestContext.http.method, path);
  const { request, fault } = await verified({ sender: SENDER, path, headers, content }, new Date());
  if (!request) return unsigned(fault);
  if (!(await claim(request))) {
    logger.warn('a request was replayed', { channel: SENDER });
    return unsigned('this signature was used before');
  }

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

const unsigned = (why: string) =>
  json(401, { error: 'NotSigned', why, do: 'sign method, path and present time as docs/events/README.md describes' });
