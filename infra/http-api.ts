import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import { DomainName, HttpApi, type HttpMethod, HttpStage, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import type { Config } from './config.ts';
import type { Logs } from './logs.ts';

/** Who called which route, and what came of it. Never the path or the query: links are in them. */
const ACCESS_LOG = {
  at: '$context.requestTimeEpoch',
  request: '$context.requestId',
  route: '$context.routeKey',
  status: '$context.status',
  bytes: '$context.responseLength',
  milliseconds: '$context.responseLatency',
  integration: '$context.integrationErrorMessage',
};

/** The one door for pages, signed posts and core banking's questions. */
export class Door extends Construct {
  /** Without a slash at the end. */
  readonly baseUrl: string;
  readonly api: HttpApi;

  constructor(scope: Construct, id: string, { domain, api: { requestsPerSecond, burst } }: Config, logs: Logs) {
    super(scope, id);
    this.api = new HttpApi(this, 'Api', {
      createDefaultStage: false,
      // With a domain of our own the other address would be a way around whatever guards it.
      disableExecuteApiEndpoint: domain !== undefined,
    });
    const domainName =
      domain &&
      new DomainName(this, 'Domain', {
        domainName: domain.name,
        certificate: Certificate.fromCertificateArn(this, 'Certificate', domain.certificateArn),
      });
    new HttpStage(this, 'Stage', {
      httpApi: this.api,
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: requestsPerSecond, burstLimit: burst },
      accessLogSettings: {
        destination: new LogGroupLogDestination(logs.group(this, 'AccessLog')),
        format: AccessLogFormat.custom(JSON.stringify(ACCESS_LOG)),
      },
      ...(domainName && { domainMapping: { domainName } }),
    });
    this.baseUrl = domain ? `https://${domain.name}` : this.api.apiEndpoint;
  }

  /** Requests to a path, by these methods, are this function's. */
  opensTo(handler: IFunction, path: string, ...methods: HttpMethod[]): void {
    const integration = new HttpLambdaIntegration(`${handler.node.id}Integration`, handler);
    this.api.addRoutes({ path, methods, integration });
  }
}
