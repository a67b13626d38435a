import { type HistoryEvent, paginateGetExecutionHistory, SFNClient } from '@aws-sdk/client-sfn';
import { ticketOf } from '../../../functions/domain/lost-execution.ts';
import type { Cloud } from '../../cloud.ts';
import type { Workflow } from '../views/ticket.ts';
import type { Told } from '../whole-tables.ts';
import { drawWorkflow } from './drawing.ts';
import type { Graph } from './graph.ts';
import { joined, placeFromLog, placeIn } from './place.ts';

/** The workflow with the ticket's place in it, from the history of all executions that carried it. */
export async function workflowOf(ticket: Told, graph: Graph, cloud: Cloud): Promise<Workflow> {
  const {
    AWS_ENDPOINT_URL: endpoint,
    AWS_REGION: region,
    AWS_ACCESS_KEY_ID = '',
    AWS_SECRET_ACCESS_KEY = '',
  } = cloud.env();
  const credentials = { accessKeyId: AWS_ACCESS_KEY_ID, secretAccessKey: AWS_SECRET_ACCESS_KEY };
  const client = new SFNClient({ endpoint, region, credentials });
  const executions = cloud.executions.filter(({ name }) => ticketOf(name) === ticket.id);
  const places = await Promise.all(
    executions.map(async ({ arn, status }) => {
      const history: HistoryEvent[] = [];
      const asked = { executionArn: arn, maxResults: 1000 };
      for await (const { events = [] } of paginateGetExecutionHistory({ client }, asked)) history.push(...events);
      return placeIn(history, status === 'RUNNING');
    }),
  );
  client.destroy();
  const place = joined(places);
  const isKnown = place.passed.size > 0 || place.present.size > 0;
  return {
    picture: drawWorkflow(graph, isKnown ? place : placeFromLog(graph, new Set(ticket.decisions.map(({ by }) => by)))),
    executions,
  };
}
