import { chineseDay } from '../../../kernel/civil-day.ts';
import { collectIssues, type Issue, issue } from '../../../kernel/issue.ts';
import { LIMITS } from '../../../law/clocks.ts';
import { feeSentences } from '../../../law/fees.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { countySettings } from '../../offices/index.ts';
import { unstopped } from '../letters/template.ts';
import { countMonth } from '../queries/fee-basis.ts';
import { checkCorrection, checkQuantity, computeFee } from '../rules/fees.ts';
import { insertFee } from '../store/fees.ts';
import { issueLetter } from './issue-letter.ts';
import { carryOut, openCase, refuseIf } from './move.ts';
import type { CaseServices } from './services.ts';

export interface FeeOrder {
	id: number;
	/** By applications or by pages, never both (第三条). */
	tariff: 'item' | 'page';
	/** For `item`: units of the same applicant in this natural month before this one; null for what the register counts. */
	before: number | null;
	/** Why `before` is not what the register counts. */
	beforeReason: string;
	quantity: number;
	/** Where and how to pay. */
	payment: string;
}

const LAPSE = '逾期未缴纳的，视为放弃申请，本机关不再处理该政府信息公开申请。';
const EFFECTS = {
	restart: '完成缴费后，答复期限自次日起重新计算。',
	resume: '完成缴费后，答复期限自次日起继续计算，等待缴费的时间不计入。',
};

/** 收费通知: ground, tariff, computation, sum, way and period (国办函〔2020〕109号). Until payment the clock stands. */
export async function notifyFee(tx: Tx, services: CaseServices, input: FeeOrder): Promise<{ amount: number }> {
	const { record, move } = await openCase(tx, input.id, 'notifyFee');
	const { quantity, payment, tariff } = input;
	const month = await countMonth(tx, record.application);
	const counted = tariff === 'item' ? month.before : null;
	const before = tariff === 'item' ? (input.before ?? counted ?? 0) : 0;
	refuseIf(checkFee({ ...input, before }, counted));
	const fee = computeFee({ tariff, before, quantity });
	if (fee.total === 0) refuseIf([issue('fee.free', '按此数量不收取信息处理费。', 'quantity')]);
	const beforeReason = before === counted ? '' : unstopped(input.beforeReason);
	const { feeEffect } = (await countySettings(tx)).applications;
	// The period runs from receipt of the notice; in the letter it is told from the day it is issued.
	const payBy = record.calendar.addWorkingDays(tx.today, LIMITS.feePayment.n).day;
	const letterId = await issueLetter(tx, services, record, {
		template: 'D13',
		values: {
			tariff: tariff === 'item' ? '按件计收' : '按量计收',
			computation: feeSentences(fee).join('\n'),
			amount: String(fee.total),
			payment,
			payBy: `收到本通知次日起${LIMITS.feePayment.n}个工作日内（当日收到的，至${chineseDay(payBy)}）`,
			effect: LAPSE + EFFECTS[feeEffect],
		},
	});
	await insertFee(tx, input.id, {
		...{ tariff, before, quantity, payment, letterId },
		...{ amount: fee.total, countedBefore: counted, beforeReason: tariff === 'item' ? beforeReason : '' },
	});
	await carryOut(tx, record, move, {
		clock: [{ type: 'feeNotified', on: tx.today, effect: feeEffect }],
		data: { amount: fee.total, before, counted, applications: tariff === 'item' ? month.earlier : [] },
		entry: `发出收费通知，${fee.total}元${tariff === 'item' && beforeReason ? `（当月此前件数按${before}件计：${beforeReason}）` : ''}`,
	});
	return { amount: fee.total };
}

function checkFee(order: FeeOrder & { before: number }, counted: number | null): Issue[] {
	return collectIssues(
		...checkQuantity(order),
		checkCorrection(order, counted, order.beforeReason),
		order.payment.trim() === '' ? issue('fee.payment', '请写明缴纳方式。', 'payment') : null,
	);
}
