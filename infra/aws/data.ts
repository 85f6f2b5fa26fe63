import { RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import {
  AttributeType,
  BillingMode,
  ProjectionType,
  StreamViewType,
  Table,
  TableEncryption,
} from 'aws-cdk-lib/aws-dynamodb';
import type { Construct } from 'constructs';
import { directoryTable, indexKeys, mainTable } from '#data/table.ts';

const string = (name: string) => ({ name, type: AttributeType.STRING });

/** What nobody may lose: kept when the stack goes, guarded against deletion, restorable to any second. */
const keep = {
  billingMode: BillingMode.PAY_PER_REQUEST,
  encryption: TableEncryption.AWS_MANAGED,
  pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true, recoveryPeriodInDays: 35 },
  deletionProtection: true,
  removalPolicy: RemovalPolicy.RETAIN,
} as const;

/** The two tables, in the shape that the local cloud makes them in too. */
export class DataStack extends Stack {
  readonly table: Table;
  readonly directory: Table;
  /** Exact ARNs of the table's indexes, so that no policy says `index/*`. */
  readonly indexArns: string[];
  readonly streamArn: string;

  constructor(scope: Construct, id: string, props: StackProps) {
    super(scope, id, props);
    this.table = new Table(this, 'Table', {
      ...keep,
      partitionKey: string(mainTable.partitionKey),
      sortKey: string(mainTable.sortKey),
      timeToLiveAttribute: mainTable.timeToLive,
      stream: StreamViewType[mainTable.stream],
    });
    for (const indexName of mainTable.indexes) {
      const { pk, sk } = indexKeys(indexName);
      this.table.addGlobalSecondaryIndex({
        indexName,
        partitionKey: string(pk),
        sortKey: string(sk),
        projectionType: ProjectionType.INCLUDE,
        nonKeyAttributes: [...mainTable.projection],
      });
    }
    this.directory = new Table(this, 'Directory', {
      ...keep,
      partitionKey: string(directoryTable.partitionKey),
      sortKey: string(directoryTable.sortKey),
      timeToLiveAttribute: directoryTable.timeToLive,
    });
    this.indexArns = mainTable.indexes.map((name) => `${this.table.tableArn}/index/${name}`);
    const { tableStreamArn } = this.table;
    if (!tableStreamArn) throw new Error('The main table must have a stream.');
    this.streamArn = tableStreamArn;
  }
}
