import type { Reader } from '../../../platform/transaction.ts';
import type { Tables } from './tables.ts';

/** Titles that stand more than once in a column of an office under one day; what comes every year stands there in its own right. */
export async function selectAlikeGroups(
	reader: Reader,
): Promise<{ officeId: number; id: number; title: string; count: number }[]> {
	return await reader.sql
		.withTables<Tables>()
		.selectFrom('publication')
		.select(['office_id as officeId', 'title'])
		.select((eb) => [eb.fn.max('document_id').as('id'), eb.fn.countAll<number>().as('count')])
		.where('type', '<>', 'report')
		.groupBy(['office_id', 'column_id', 'title', 'formed_on'])
		.having((eb) => eb(eb.fn.countAll(), '>', 1))
		.$castTo<{ officeId: number; id: number; title: string; count: number }>()
		.execute();
}

/** Public normative documents in force for ever. */
export async function selectUndated(reader: Reader): Promise<{ officeId: number; id: number; title: string }[]> {
	return await reader.sql
		.withTables<Tables>()
		.selectFrom('publication')
		.select(['office_id as officeId', 'document_id as id', 'title'])
		.where('type', '=', 'normative')
		.where('expires_on', 'is', null)
		.execute();
}
