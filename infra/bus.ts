import { EventBus } from 'aws-cdk-lib/aws-events';
import { ArnPrincipal, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import type { Config } from './config.ts';

/** Channels and core banking put their events here; the desk puts the public form of its own. Ids and codes only. */
export class Bus extends Construct {
  readonly bus: EventBus;

  constructor(scope: Construct, id: string, { publishers }: Config) {
    super(scope, id);
    this.bus = new EventBus(this, 'Bus', { description: 'Complaints in, ticket events and commands out' });
    for (const [index, { principalArn, source }] of publishers.entries()) {
      this.bus.addToResourcePolicy(
        new PolicyStatement({
          sid: `Publisher${index}`,
          principals: [new ArnPrincipal(principalArn)],
          actions: ['events:PutEvents'],
          resources: [this.bus.eventBusArn],
          conditions: { StringEquals: { 'events:source': source } },
        }),
      );
    }
  }
}
