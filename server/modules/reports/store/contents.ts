import { sql } from 'kysely';
import type { Reader, Tx } from '../../../platform/transaction.ts';
import type { HandFigure, SectionContent, SectionNumber, SectionRevision } from '../model.ts';
import { handOf, tables } from './scope.ts';

// Whoever calls these has read the report within their scope first; the report's id stands for that check.

/** The figure given by hand that holds for each address; cleared ones are left out. */
export async function handFigures(reader: Reader, reportId: number): Promise<Map<string, HandFigure>> {
	const rows = await tables(reader)
		.selectFrom('report_figure')
		.distinctOn('address')
		.select(['address', 'action', 'value', 'computed', 'ground', 'person_name as personName', 'created_at as at'])
		.where('report_id', '=', reportId)
		.orderBy('address')
		.orderBy('id', 'desc')
		.execute();
	const standing = rows.filter((row) => row.action !== 'clear');
	return new Map(
		standing.map((row) => [row.address, { ...row, value: numberOf(row.value), computed: numberOf(row.computed) }]),
	);
}

export async function insertFigure(
	tx: Tx,
	reportId: number,
	figure: Pick<HandFigure, 'address' | 'action' | 'value' | 'computed' | 'ground'>,
): Promise<void> {
	await tables(tx)
		.insertInto('report_figure')
		.values({
			report_id: reportId,
			address: figure.address,
			action: figure.action,
			value: figure.value === null ? null : String(figure.value),
			computed: figure.computed === null ? null : String(figure.computed),
			ground: figure.ground,
			...handOf(tx),
		})
		.execute();
}

/** The last saved version of each section. */
export async function sectionRevisions(reader: Reader, reportId: number): Promise<Map<SectionNumber, SectionRevision>> {
	const rows = await tables(reader)
		.selectFrom('report_section')
		.distinctOn('section')
		.select(['id', 'section', 'content', 'person_id as personId', 'person_name as personName', 'created_at as at'])
		.where('report_id', '=', reportId)
		.orderBy('section')
		.orderBy('id', 'desc')
		.execute();
	return new Map(
		rows.map((row) => {
			const section = row.section as SectionNumber;
			return [section, { ...row, section }];
		}),
	);
}

export async function insertSection(
	tx: Tx,
	reportId: number,
	section: SectionNumber,
	content: SectionContent,
): Promise<number> {
	const row = await tables(tx)
		.insertInto('report_section')
		.values({ report_id: reportId, section, content: JSON.stringify(content), ...handOf(tx) })
		.returning('id')
		.executeTakeFirstOrThrow();
	return row.id;
}

/** A 联合办理 that an office's figures hold once too often. */
export interface Joint {
	officeId: number;
	address: string;
	count: number;
	note: string;
	personName: string;
	at: Date;
}

/** What is taken off the offices' figures, the last word on each office and cell. */
export async function jointsOf(reader: Reader, reportId: number): Promise<Joint[]> {
	const rows = await tables(reader)
		.selectFrom('report_joint')
		.distinctOn(['office_id', 'address'])
		.select(['office_id as officeId', 'address', 'count', 'note', 'person_name as personName', 'created_at as at'])
		.where('report_id', '=', reportId)
		.orderBy('office_id')
		.orderBy('address')
		.orderBy('id', 'desc')
		.execute();
	return rows.filter(({ count }) => count > 0);
}

export async function insertJoint(
	tx: Tx,
	reportId: number,
	given: Pick<Joint, 'officeId' | 'address' | 'count' | 'note'>,
): Promise<void> {
	const { officeId, address, count, note } = given;
	await tables(tx)
		.insertInto('report_joint')
		.values({ report_id: reportId, office_id: officeId, address, count, note, ...handOf(tx) })
		.execute();
}

/** Why a finding stands. */
export interface Explanation {
	findingKey: string;
	rule: string;
	message: string;
	explanation: string;
	personName: string;
	at: Date;
}

export async function explanations(reader: Reader, reportId: number): Promise<Map<string, Explanation>> {
	const rows = await tables(reader)
		.selectFrom('report_explanation')
		.distinctOn('finding_key')
		.select(['finding_key as findingKey', 'rule', 'message', 'explanation'])
		.select(['person_name as personName', 'created_at as at'])
		.where('report_id', '=', reportId)
		.orderBy('finding_key')
		.orderBy('id', 'desc')
		.execute();
	return new Map(rows.map((row) => [row.findingKey, row]));
}

export async function insertExplanation(
	tx: Tx,
	reportId: number,
	given: Pick<Explanation, 'findingKey' | 'rule' | 'message' | 'explanation'>,
): Promise<void> {
	await tables(tx)
		.insertInto('report_explanation')
		.values({
			report_id: reportId,
			finding_key: given.findingKey,
			rule: given.rule,
			message: given.message,
			explanation: given.explanation,
			...handOf(tx),
		})
		.execute();
}

/** Everybody who had a hand in this edition. */
export async function writersOf(reader: Reader, reportId: number): Promise<number[]> {
	const db = tables(reader);
	const rows = await db
		.selectFrom('report_figure')
		.select('person_id as id')
		.where('report_id', '=', reportId)
		.union(db.selectFrom('report_section').select('person_id as id').where('report_id', '=', reportId))
		.union(db.selectFrom('report_explanation').select('person_id as id').where('report_id', '=', reportId))
		.union(db.selectFrom('report_joint').select('person_id as id').where('report_id', '=', reportId))
		.execute();
	return rows.flatMap((row) => (row.id === null ? [] : [row.id]));
}

/** Begins a correction with all that the published edition says, each piece under the hand that wrote it. */
export async function copyContents(tx: Tx, from: number, to: number): Promise<void> {
	await sql`
		insert into report_figure (report_id, address, action, value, computed, ground, person_id, person_name, created_at)
		select ${to}, address, action, value, computed, ground, person_id, person_name, created_at
		from report_figure where report_id = ${from} order by id
	`.execute(tx.sql);
	await sql`
		insert into report_joint (report_id, office_id, address, count, note, person_id, person_name, created_at)
		select ${to}, office_id, address, count, note, person_id, person_name, created_at
		from report_joint where report_id = ${from} order by id
	`.execute(tx.sql);
	await sql`
		insert into report_section (report_id, section, content, person_id, person_name, created_at)
		select ${to}, section, content, person_id, person_name, created_at
		from (select distinct on (section) * from report_section where report_id = ${from} order by section, id desc) last
	`.execute(tx.sql);
	await sql`
		insert into report_explanation (report_id, finding_key, rule, message, explanation, person_id, person_name, created_at)
		select ${to}, finding_key, rule, message, explanation, person_id, person_name, created_at
		from report_explanation where report_id = ${from} order by id
	`.execute(tx.sql);
}

function numberOf(text: string | null): number | null {
	return text === null ? null : Number(text);
}
