import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { Answer } from '../adapters/accept-post.ts';
import { entrance } from '../adapters/entrance.ts';
import { json, later, signedPost } from '../adapters/signed-post.ts';
import { logger } from '../adapters/step.ts';

const enter = entrance();

/** POST /complaints: one signed post in, a ticket number and the date by which an answer is due out. */
export const handler = signedPost(async (post, event, now) => {
  const answer = await enter(post, { sending: event.requestContext.requestId }, now);
  logger.info('a post was received', { kind: answer.kind, channel: event.headers['x-channel'] });
  return told(answer);
});

function told(answer: Answer): APIGatewayProxyStructuredResultV2 {
  switch (answer.kind) {
    case 'accepted': {
      const { ticket, dueAt, missing } = answer;
      return json(202, { ticket, ...(dueAt && { answerDueAt: dueAt }), missing });
    }
    case 'conflict':
      return json(409, {
        error: 'Conflict',
        ticket: answer.ticket,
        why: 'this reference was posted before with another body',
        do: 'post it under a reference of its own',
      });
    case 'put-off':
      return later(answer);
    case 'refused':
      return json(400, { error: 'Refused', refusal: answer.refusal, fields: answer.fields });
  }
}
