import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks, NIST80053R5Checks, ServerlessChecks } from 'cdk-nag';
import { acknowledge } from './acknowledged.ts';
import { configOf } from './config.ts';
import { Redress } from './stack.ts';

const app = new App();
const config = configOf(app.node.tryGetContext('stage') ?? 'development');
acknowledge(
  new Redress(app, 'Redress', { config, env: { region: config.region }, terminationProtection: config.protected }),
);
// What they find and nobody has acknowledged stops the synthesis.
Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app), new NIST80053R5Checks(app));
