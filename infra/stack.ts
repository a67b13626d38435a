import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { alarmTopic } from './alarm-topic.ts';
import { Alarms } from './alarms.ts';
import { Anchor } from './anchor.ts';
import { Archive } from './archive.ts';
import { Bus } from './bus.ts';
import type { Config } from './config.ts';
import { Board } from './dashboard.ts';
import { Extension } from './extension.ts';
import { Door } from './http-api.ts';
import { Intake } from './intake.ts';
import { Logs } from './logs.ts';
import { mailIdentity } from './mail.ts';
import { Metrics } from './metrics.ts';
import type { Ground } from './needs.ts';
import { Operator } from './operator.ts';
import { Pages } from './pages.ts';
import { Relay } from './relay.ts';
import { Secrets } from './secrets.ts';
import { Tables } from './tables.ts';
import { Watch } from './watch.ts';
import { Workflow } from './workflow.ts';

/** The desk: what it stands on, then what works on it. */
export class Redress extends Stack {
  constructor(scope: Construct, id: string, { config, ...props }: StackProps & { config: Config }) {
    super(scope, id, props);
    // CDK writes an order of creation down even where a reference already says it: harmless, and not ours to change.
    this.templateOptions.metadata = { 'cfn-lint': { config: { ignore_checks: ['W3005'] } } };
    const logs = new Logs(this, 'Logs', config);
    const tables = new Tables(this, 'Tables');
    const secrets = new Secrets(this, 'Secrets');
    const events = new Bus(this, 'Events', config);
    const { bus } = events;
    const archive = new Archive(this, 'Archive', config);
    mailIdentity(this, config);
    const door = new Door(this, 'Http', config, logs);
    const { baseUrl } = door;
    const ground: Ground = { config, logs, tables, secrets, bus, archive, baseUrl };

    const { machine } = new Workflow(this, 'Workflow', ground);
    const { machine: extensions } = new Extension(this, 'Extension', ground);
    const running = { ...ground, machine, extensions };
    const intake = new Intake(this, 'Intake', running, door, [machine, extensions]);
    new Pages(this, 'Pages', running, door);
    const relay = new Relay(this, 'Relay', running);
    events.speaksOnly(relay.role);
    const watch = new Watch(this, 'Watch', running);
    const anchor = new Anchor(this, 'Anchor', ground);

    const { policy } = new Operator(this, 'Operator', tables, archive);

    const topic = alarmTopic(this);
    const metrics = new Metrics(this, 'Metrics', { ground, machine, intake, relay, watch, anchor }, topic);
    const alarms = new Alarms(this, 'Alarms', metrics, topic, config);
    new Board(this, 'Board', metrics, alarms);

    const outputs = {
      BusName: bus.eventBusName,
      ApiUrl: baseUrl,
      StateMachineArn: machine.stateMachineArn,
      TicketsTable: tables.tickets.table.tableName,
      CaseFilesTable: tables.caseFiles.table.tableName,
      ChannelsSecret: secrets.channels.secretArn,
      AlarmTopic: topic.topicArn,
      ArchiveBucket: archive.bucket.bucketName,
      SigningKeyArn: archive.signingKey.keyArn,
      HolderPolicy: policy.managedPolicyArn,
    };
    for (const [name, value] of Object.entries(outputs)) new CfnOutput(this, name, { value });
  }
}
