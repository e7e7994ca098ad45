import { AppError } from '../../../kernel/errors.ts';
import { collectIssues, issue } from '../../../kernel/issue.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { officeById } from '../../offices/index.ts';
import { findPersonalData, kindsFound } from '../../publishing/index.ts';
import { messages } from '../messages.zh.ts';
import { ACCOUNTABILITY_BASES, ACCOUNTABILITY_KINDS } from '../model.ts';
import { requireCounty } from '../policy.ts';
import { accountabilityIssues, counted } from '../rules/accountability.ts';
import {
	insertRecord,
	insertVoid,
	lockRecord,
	type NewRecord,
	nextRecordSerial,
	selectRecord,
} from '../store/accountability.ts';
import { selectRound } from '../store/rounds.ts';

const KIND = 'accountability';

/** Where the register's line of a record comes from. */
export function sourceOf(number: string): string {
	return `责任追究记录${number}`;
}

/** 责任追究登记. The register of the office gets its line, which the annual report counts. @throws AppError `forbidden`, `invalid` */
export async function recordAccountability(tx: Tx, given: Omit<NewRecord, 'number'>): Promise<number> {
	requireCounty(tx.actor);
	const office = await officeById(tx, given.officeId);
	const isOfRound = given.roundId === null || (await selectRound(tx, { kind: 'all' }, given.roundId)) !== null;
	const found = findPersonalData(given.facts);
	const issues = collectIssues(
		!office && issue('accountability.office', messages.office, 'officeId'),
		!isOfRound && issue('accountability.round', messages.noRound, 'roundId'),
		accountabilityIssues(given, tx.today, found.length > 0 ? kindsFound(found) : ''),
	);
	if (issues.length > 0) throw new AppError('invalid', { issues });
	const year = Number(tx.today.slice(0, 4));
	const number = `ZZ${year}${String(await nextRecordSerial(tx, year)).padStart(3, '0')}`;
	const { officeId, kind, basis, decidedOn: day, decidedBy } = given;
	const id = await insertRecord(tx, { ...given, number, facts: given.facts.trim(), decidedBy: decidedBy.trim() });
	const result = `${ACCOUNTABILITY_KINDS[kind]}（${ACCOUNTABILITY_BASES[basis]}，${decidedBy.trim()}）`;
	const fields = { result };
	const quantity = String(counted(given));
	await tx.emit('register.due', { officeId, kind: KIND, day, quantity, fields, source: sourceOf(number) });
	tx.about({ type: 'accountability', id, officeId, summary: `${number} ${ACCOUNTABILITY_KINDS[kind]}` });
	return id;
}

/** Strikes a record out, with a reason; it stays readable. @throws AppError `notFound`, `conflict`, `invalid` */
export async function voidAccountability(tx: Tx, id: number, reason: string): Promise<void> {
	requireCounty(tx.actor);
	await lockRecord(tx, id);
	const record = await selectRecord(tx, { kind: 'all' }, id);
	if (!record) throw new AppError('notFound');
	if (record.voided) throw new AppError('conflict', { message: messages.voided });
	const text = reason.trim();
	if ([...text].length < 5)
		throw new AppError('invalid', { issues: [issue('accountability.reason', messages.reason, 'reason')] });
	await insertVoid(tx, id, text);
	const { officeId, number } = record;
	await tx.emit('register.undone', { officeId, kind: KIND, source: sourceOf(number), reason: text });
	tx.about({ type: 'accountability', id, officeId, summary: `撤销：${number}` });
}
