import { chineseDay } from '../../../kernel/civil-day.ts';
import { collectIssues, type Issue, issue } from '../../../kernel/issue.ts';
import { LIMITS } from '../../../law/clocks.ts';
import { type Fee, feeSentences, itemFee, pageFee } from '../../../law/fees.ts';
import type { Tx } from '../../../platform/transaction.ts';
import { countySettings } from '../../offices/index.ts';
import { insertFee } from '../store/fees.ts';
import { issueLetter } from './issue-letter.ts';
import { carryOut, openCase, refuseIf } from './move.ts';
import type { CaseServices } from './services.ts';

export interface FeeOrder {
	id: number;
	/** By applications or by pages, never both (第三条). */
	tariff: 'item' | 'page';
	/** For `item`: applications of the same applicant in this natural month before this one. */
	before: number;
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
	const wrong = checkFee(input);
	if (record.fee) wrong.push(issue('fee.once', '本申请已发出过收费通知。'));
	refuseIf(wrong);
	const fee = computeFee(input);
	if (fee.total === 0) refuseIf([issue('fee.free', '按此数量不收取信息处理费。', 'quantity')]);
	const { before, quantity, payment, tariff } = input;
	const { feeEffect } = (await countySettings(tx)).applications;
	// The period runs from receipt of the notice; in the letter it is told from the day it is issued.
	const payBy = record.calendar.addWorkingDays(tx.today, LIMITS.feePayment.n).day;
	const letterId = await issueLetter(tx, services, record, {
		template: 'D13',
		values: {
			tariff: tariff === 'item' ? '按件计收' : '按量计收',
			computation: feeSentences(fee).join('\n'),
			amount: String(fee.total),
			payment: payment.replace(/[。；，]+$/u, ''),
			payBy: `收到本通知次日起${LIMITS.feePayment.n}个工作日内（当日收到的，至${chineseDay(payBy)}）`,
			effect: LAPSE + EFFECTS[feeEffect],
		},
	});
	await insertFee(tx, input.id, { tariff, before, quantity, amount: fee.total, payment, letterId });
	await carryOut(tx, record, move, {
		clock: [{ type: 'feeNotified', on: tx.today, effect: feeEffect }],
		data: { amount: fee.total },
		entry: `发出收费通知，${fee.total}元`,
	});
	return { amount: fee.total };
}

function computeFee({ tariff, before, quantity }: FeeOrder): Fee {
	return tariff === 'item' ? itemFee(before, quantity) : pageFee(quantity);
}

function checkFee({ before, quantity, payment }: FeeOrder): Issue[] {
	const count = (n: number) => Number.isSafeInteger(n) && n >= 0 && n <= 1_000_000;
	return collectIssues(
		!count(before) ? issue('fee.before', '本月此前的件数应为0以上的整数。', 'before') : null,
		!count(quantity) || quantity === 0 ? issue('fee.quantity', '数量应为1以上的整数。', 'quantity') : null,
		payment.trim() === '' ? issue('fee.payment', '请写明缴纳方式。', 'payment') : null,
	);
}
