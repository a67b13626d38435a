import { App } from 'aws-cdk-lib';
import { configOf } from './config.ts';
import { Redress } from './stack.ts';

const app = new App();
const config = configOf(app.node.tryGetContext('stage') ?? 'development');
new Redress(app, 'Redress', { config, env: { region: config.region }, terminationProtection: config.protected });
