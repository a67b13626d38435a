import { EventBus } from 'aws-cdk-lib/aws-events';
import { AnyPrincipal, ArnPrincipal, Effect, type IPrincipal, type IRole, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import type { Config } from './config.ts';

type Conditions = Record<string, Record<string, string | string[]>>;
const OWN = 'redress';

/** Channels and core banking put their events here; the desk puts the public form of its own. Ids and codes only. */
export class Bus extends Construct {
  readonly bus: EventBus;
  private readonly publishers: Config['publishers'];

  constructor(scope: Construct, id: string, { publishers }: Config) {
    super(scope, id);
    this.publishers = publishers;
    this.bus = new EventBus(this, 'Bus', { description: 'Complaints in, ticket events and commands out' });
    for (const [index, { principalArn, source }] of publishers.entries())
      this.says(`Publisher${index}`, Effect.ALLOW, new ArnPrincipal(principalArn), {
        StringEquals: { 'events:source': source },
      });
  }

  /**
   * Nobody but its publishers may put a source here, and nobody a source that has none. What is allowed to somebody of this
   * account by their own policy needs no word of the bus, so that only a Deny keeps an event in another's name out.
   */
  speaksOnly(relay: IRole): void {
    const speakers = new Map<string, string[]>([[OWN, [relay.roleArn]]]);
    for (const { source, principalArn } of this.publishers)
      speakers.set(source, [...(speakers.get(source) ?? []), principalArn]);
    for (const [source, principals] of speakers)
      this.says(`Only${source.replaceAll(/\W/g, '')}`, Effect.DENY, new AnyPrincipal(), {
        'ForAnyValue:StringEquals': { 'events:source': source },
        ArnNotEquals: { 'aws:PrincipalArn': principals },
      });
    this.says('NoOtherSource', Effect.DENY, new AnyPrincipal(), {
      'ForAnyValue:StringNotEquals': { 'events:source': [...speakers.keys()] },
    });
  }

  private says(sid: string, effect: Effect, principal: IPrincipal, conditions: Conditions): void {
    const resources = [this.bus.eventBusArn];
    const actions = ['events:PutEvents'];
    this.bus.addToResourcePolicy(
      new PolicyStatement({ sid, effect, principals: [principal], actions, resources, conditions }),
    );
  }
}
