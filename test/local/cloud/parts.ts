/** Pieces of templates, as the synth writes them. */

const key = (AttributeName: string, KeyType: string) => ({ AttributeName, KeyType });
const text = (AttributeName: string) => ({ AttributeName, AttributeType: 'S' });

export const table = (more: object = {}) => ({
  Type: 'AWS::DynamoDB::GlobalTable',
  Properties: {
    KeySchema: [key('pk', 'HASH'), key('sk', 'RANGE')],
    AttributeDefinitions: [text('pk'), text('sk')],
    BillingMode: 'PAY_PER_REQUEST',
    ...more,
  },
});

export const mapping = (source: object, functionId: string, more: object = {}) => ({
  Type: 'AWS::Lambda::EventSourceMapping',
  Properties: { EventSourceArn: source, FunctionName: { Ref: functionId }, ...more },
});

export const arn = (logicalId: string) => ({ 'Fn::GetAtt': [logicalId, 'Arn'] });

export const queue = (more: object = {}) => ({ Type: 'AWS::SQS::Queue', Properties: more });

export const rule = (more: object) => ({ Type: 'AWS::Events::Rule', Properties: { State: 'ENABLED', ...more } });

export const machine = (definition: object, substitutions: object = {}) => ({
  Type: 'AWS::StepFunctions::StateMachine',
  Properties: {
    DefinitionString: JSON.stringify({ QueryLanguage: 'JSONata', ...definition }),
    DefinitionSubstitutions: substitutions,
  },
});

/** A Task that calls the function behind a substitution. */
export const invoke = (name: string, more: object = {}, how = '') => ({
  Type: 'Task',
  Resource: `arn:aws:states:::lambda:invoke${how}`,
  Arguments: { FunctionName: `$\{${name}}`, Payload: how ? '{% $states.context.Task.Token %}' : '{% $states.input %}' },
  Output: how ? '{% $states.result %}' : '{% $states.result.Payload %}',
  End: true,
  ...more,
});

/** An HTTP API with one route for each function named. */
export const httpApi = (routes: Readonly<Record<string, string>>, format?: string) => {
  const resources: Record<string, unknown> = {
    Api: { Type: 'AWS::ApiGatewayV2::Api', Properties: { ProtocolType: 'HTTP' } },
    Stage: {
      Type: 'AWS::ApiGatewayV2::Stage',
      Properties: { StageName: '$default', AccessLogSettings: { Format: format } },
    },
  };
  for (const [number, [RouteKey, functionId]] of Object.entries(routes).entries()) {
    resources[`Integration${number}`] = {
      Type: 'AWS::ApiGatewayV2::Integration',
      Properties: { IntegrationType: 'AWS_PROXY', IntegrationUri: arn(functionId), PayloadFormatVersion: '2.0' },
    };
    const Target = { 'Fn::Join': ['', ['integrations/', { Ref: `Integration${number}` }]] };
    resources[`Route${number}`] = { Type: 'AWS::ApiGatewayV2::Route', Properties: { RouteKey, Target } };
  }
  return resources;
};
