import {
  DeleteCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  paginateQuery,
  paginateScan,
} from '@aws-sdk/lib-dynamodb';
import { NobodyOnRoster } from '../domain/refusals.ts';
import { type Chosen, choose, Person, type Role, standIn } from '../domain/roster.ts';

/** Whom to look for, and for which ticket: the same ticket finds the same person again, other tickets spread. */
export type Wanted = Readonly<{
  role: Role;
  department: string;
  excluded?: readonly string[];
  ticket: string;
  /** In the bank's zone: absences are whole days. */
  day: string;
  /** Whose work it was until now: their own deputy comes first. */
  inPlaceOf?: string | undefined;
}>;

/** The roster is personal data: it lies in the case-file table, by department and by person. */
export const roster = (db: DynamoDBDocumentClient, TableName: string) => ({
  async person(id: string): Promise<Person | undefined> {
    const { Item } = await db.send(new GetCommand({ TableName, Key: { pk: `PERSON#${id}`, sk: 'PERSON' } }));
    return Item && Person.parse(Item.content);
  },

  /** Somebody of the role who is present and not excluded; refused with NobodyOnRoster. */
  async find({ role, department, excluded = [], ticket, day, inPlaceOf }: Wanted): Promise<Chosen> {
    const people = await this.of(department);
    const wanted = { role, excluded, ticket, at: day };
    const found = inPlaceOf ? standIn(people, inPlaceOf, wanted) : choose(people, wanted);
    if (!found) throw new NobodyOnRoster(`${role} of ${department}`);
    return found;
  },

  /** Everybody of a department. */
  async of(department: string): Promise<Person[]> {
    const people: Person[] = [];
    const query = { KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: { ':pk': `ROSTER#${department}` } };
    for await (const { Items = [] } of paginateQuery({ client: db }, { TableName, ...query })) {
      people.push(...Items.map((item) => Person.parse(item.content)));
    }
    return people;
  },

  /** Writes a person under both keys, and takes a copy under the department they left away. */
  async put(person: Person): Promise<void> {
    const before = await this.person(person.id);
    if (before && before.department !== person.department) await this.remove(before);
    for (const Item of copies(person)) await db.send(new PutCommand({ TableName, Item }));
  },

  async remove(person: Person): Promise<void> {
    for (const { pk, sk } of copies(person)) await db.send(new DeleteCommand({ TableName, Key: { pk, sk } }));
  },

  /** Everybody, for the person who loads the roster: it reads the whole table, so no function calls it. */
  async all(): Promise<Person[]> {
    const people: Person[] = [];
    const filter = { FilterExpression: 'sk = :person', ExpressionAttributeValues: { ':person': 'PERSON' } };
    for await (const { Items = [] } of paginateScan({ client: db }, { TableName, ...filter })) {
      people.push(...Items.map((item) => Person.parse(item.content)));
    }
    return people;
  },
});
export type Roster = ReturnType<typeof roster>;

/** By person, and by department. */
const copies = (content: Person) => [
  { pk: `PERSON#${content.id}`, sk: 'PERSON', content },
  { pk: `ROSTER#${content.department}`, sk: `PERSON#${content.id}`, content },
];
