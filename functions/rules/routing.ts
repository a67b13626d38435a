import type { Table } from './table.ts';

/** Who leads, and who looks at the same matter beside them. One row for each category. */
export type RoutingRow = readonly [rule: string, category: string, lead: string, supporting: readonly string[]];

// biome-ignore format: a decision table is read in columns
export const ROUTING: Table<RoutingRow> = {
  id: 'routing', version: '1', source: 'bank policy',
  rows: [
    // rule  category                           lead                            supporting
    ['R01', 'lost-or-stolen-card',              'risk-control',                 ['customer-service']],
    ['R02', 'unauthorised-use',                 'risk-control',                 ['accounting']],
    ['R03', 'frozen-account',                   'risk-control',                 ['customer-service']],
    ['R04', 'disputed-transaction',             'accounting',                   []],
    ['R05', 'failed-or-duplicate-transaction',  'accounting',                   ['technology']],
    ['R06', 'refund',                           'accounting',                   []],
    ['R07', 'fees-and-interest',                'accounting',                   []],
    ['R08', 'billing-and-repayment',            'accounting',                   []],
    ['R09', 'points',                           'marketing',                    []],
    ['R10', 'marketing-and-promised-benefits',  'marketing',                    []],
    ['R11', 'technical-fault',                  'technology',                   []],
    ['R12', 'collection-practice',              'collections-credit-reporting', []],
    ['R13', 'credit-report',                    'collections-credit-reporting', []],
    ['R14', 'wrong-personal-data',              'customer-service',             []],
    ['R15', 'account-processing',               'customer-service',             []],
    ['R16', 'limit',                            'customer-service',             ['risk-control']],
    ['R17', 'service-attitude',                 'customer-service',             []],
    ['R18', 'suggestion',                       'customer-service',             []],
    ['R99', 'unclear',                          'complaint-desk',               []],
  ],
};
