import { chineseDay } from '../../../kernel/civil-day.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { codeFingerprint, newQueryCode, printCode, queryCodeOf } from '../../../platform/vault/index.ts';
import type { Office } from '../../offices/index.ts';
import { type Application, CHANNELS } from '../model.ts';
import { type CaseRecord, caseRecord } from '../queries/case-record.ts';
import { numberingOf } from '../queries/numbering.ts';
import { receivedBecause } from '../rules/days.ts';
import { formatNumber } from '../rules/numbering.ts';
import { selectApplication } from '../store/applications.ts';
import { nextNumber } from '../store/counters.ts';
import { issueLetter } from './issue-letter.ts';
import type { CaseServices } from './services.ts';

/** The next 申请编号 of an office, without gaps within a year. */
export async function takeApplicationNumber(tx: Tx, office: Pick<Office, 'id' | 'shortName'>) {
	const { mark, numberPattern } = await numberingOf(tx, office);
	const year = Number(tx.today.slice(0, 4));
	const seq = await nextNumber(tx, office.id, 'application', year);
	return { text: formatNumber(numberPattern, mark, year, seq), year, seq };
}

/** A new query code and what of it is kept; the one that belongs to `token` when a form carried one. */
export function newCode({ vault }: Pick<CaseServices, 'vault'>, token?: string): { code: string; fingerprint: string } {
	const code = token ? queryCodeOf(vault, token) : newQueryCode();
	return { code, fingerprint: codeFingerprint(vault, code) };
}

/** The case as it stands after what this transaction has written. */
export async function reread(tx: Tx, id: number): Promise<CaseRecord> {
	return await caseRecord(tx, await selectApplication(tx, { kind: 'all' }, id));
}

const LAW = '《中华人民共和国政府信息公开条例》';

/**
 * What follows when the day of receipt is fixed: the receipt (D03) with the limit and, unless the applicant has one, the
 * query code; word to the other modules.
 */
export async function afterRegistration(
	tx: Tx,
	services: CaseServices,
	applicationId: number,
	code: string | null,
): Promise<number> {
	const record = await reread(tx, applicationId);
	const { application, facts, clock } = record;
	const due = facts.clock.dueOn ? chineseDay(facts.clock.dueOn) : '法定期限届满';
	const mark = clock?.clock.mark ? `（${clock.clock.mark}）` : '';
	const letterId = await issueLetter(tx, services, record, {
		template: 'D03',
		values: {
			// A letter names the law in full.
			receivedBecause: receivedBecause(application.channel).replace('《条例》', LAW),
			dueDay: due + mark,
			queryCode: code ? printCode(code) : '提交申请时取得',
		},
	});
	await tx.emit('application.received', { applicationId, officeId: application.officeId });
	return letterId;
}

/** What the history says of an arrival. */
export function arrivalEntry({ channel, number }: Pick<Application, 'channel' | 'number'>): string {
	return `收到申请（${CHANNELS[channel].label}），编号${number ?? '待编'}`;
}
