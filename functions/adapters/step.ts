import { Logger } from '@aws-lambda-powertools/logger';
import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import { parser } from '@aws-lambda-powertools/parser/middleware';
import middy from '@middy/core';
import type { StandardSchemaV1 } from '@standard-schema/spec';
import * as z from 'zod/mini';

export const logger = new Logger();

/** Every workflow step is wrapped alike: log context, then its schema, then the work with the time it is. */
export const step = <S extends StandardSchemaV1, R>(
  schema: S,
  work: (input: StandardSchemaV1.InferOutput<S>, now: Date) => Promise<R>,
) =>
  middy()
    .use(injectLambdaContext(logger, { clearState: true }))
    .use(parser({ schema }))
    .handler((input: StandardSchemaV1.InferOutput<S>) => work(input, new Date()));

/** What every step is told. `execution`: on whose behalf it works; one begun on a definition before this does not say. */
export const OfTicket = z.object({ ticket: z.string(), execution: z.optional(z.string()) });
/** What a step is told that ends when its task is closed: the token with which the relay answers. */
export const Waiting = z.extend(OfTicket, { token: z.string() });
