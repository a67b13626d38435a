import { type DynamoDBDocumentClient, GetCommand, PutCommand, paginateQuery } from '@aws-sdk/lib-dynamodb';
import { NobodyOnRoster } from '../domain/refusals.ts';
import { type Chosen, choose, Person, type Role } from '../domain/roster.ts';

/** Whom to look for, and for which ticket: the same ticket finds the same person again, other tickets spread. */
export type Wanted = Readonly<{
  role: Role;
  department: string;
  excluded?: readonly string[];
  ticket: string;
  at: Date;
}>;

/** The roster is personal data: it lies in the case-file table, by department and by person. */
export const roster = (db: DynamoDBDocumentClient, TableName: string) => ({
  async person(id: string): Promise<Person | undefined> {
    const { Item } = await db.send(new GetCommand({ TableName, Key: { pk: `PERSON#${id}`, sk: 'PERSON' } }));
    return Item && Person.parse(Item.content);
  },

  /** Somebody of the role who is present and not excluded; refused with NobodyOnRoster. */
  async find({ role, department, excluded = [], ticket, at }: Wanted): Promise<Chosen> {
    const people: Person[] = [];
    const query = { KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: { ':pk': `ROSTER#${department}` } };
    for await (const { Items = [] } of paginateQuery({ client: db }, { TableName, ...query })) {
      people.push(...Items.map((item) => Person.parse(item.content)));
    }
    const found = choose(people, { role, excluded, ticket, at: at.toISOString() });
    if (!found) throw new NobodyOnRoster(`${role} of ${department}`);
    return found;
  },

  async put(person: Person): Promise<void> {
    const keys = [
      { pk: `PERSON#${person.id}`, sk: 'PERSON' },
      { pk: `ROSTER#${person.department}`, sk: `PERSON#${person.id}` },
    ];
    for (const key of keys) await db.send(new PutCommand({ TableName, Item: { ...key, content: person } }));
  },
});
export type Roster = ReturnType<typeof roster>;
