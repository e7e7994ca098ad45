import { addDays, addMonths, type CivilDay } from '../../../kernel/civil-day.ts';
import { collectIssues, type Issue, issue } from '../../../kernel/issue.ts';
import { type Fee, itemFee, pageFee } from '../../../law/fees.ts';
import type { RefundGround } from '../model.ts';

/** First and last day of the natural month of a day: within it 按件计收 adds up (国办函〔2020〕109号第四条). */
export function naturalMonth(day: CivilDay): readonly [from: CivilDay, to: CivilDay] {
	const from: CivilDay = `${day.slice(0, 7)}-01`;
	return [from, addDays(addMonths(from, 1), -1)];
}

export interface FeeQuantity {
	readonly tariff: 'item' | 'page';
	/** For `item`: units of the same applicant in this natural month before this application. */
	readonly before: number;
	readonly quantity: number;
}

/** By applications of the month or by pages, never both (第三条). @throws RangeError for counts that are no counts. */
export function computeFee({ tariff, before, quantity }: FeeQuantity): Fee {
	return tariff === 'item' ? itemFee(before, quantity) : pageFee(quantity);
}

/** No applicant files more, and every bracket is a line of the notice. */
const MOST = { item: 10_000, page: 1_000_000 } as const;

/** What stands in the way of computing the fee. */
export function checkQuantity({ tariff, before, quantity }: FeeQuantity): Issue[] {
	const most = MOST[tariff];
	const isCount = (n: number) => Number.isSafeInteger(n) && n >= 0 && n <= most;
	return collectIssues(
		isCount(before) ? null : issue('fee.before', `本月此前的件数应为0至${most}的整数。`, 'before'),
		isCount(quantity) && quantity > 0 ? null : issue('fee.quantity', `数量应为1至${most}的整数。`, 'quantity'),
	);
}

/** A count other than the register's has to be accounted for; `counted` null where the applicant cannot be told apart. */
export function checkCorrection({ tariff, before }: FeeQuantity, counted: number | null, reason: string): Issue | null {
	if (tariff === 'page' || before === counted || reason.trim().length >= 2) return null;
	const text =
		counted === null
			? '系统不能识别同一申请人，请写明当月件数的依据。'
			: `登记簿中该申请人当月此前有${counted}件，与填写的不一致，请写明理由。`;
	return issue('fee.beforeReason', text, 'beforeReason');
}

export interface Paid {
	readonly amount: number;
	readonly paidOn: CivilDay | null;
	readonly refunds: readonly { readonly amount: number }[];
}

/** Yuan paid and not gone back; 0 until it is paid. Counted in fen, as money is no floating number. */
export function refundable({ paidOn, amount, refunds }: Paid): number {
	if (paidOn === null) return 0;
	return (fen(amount) - refunds.reduce((total, one) => total + fen(one.amount), 0)) / 100;
}

/** Yuan as whole fen. */
export function fen(yuan: number): number {
	return Math.round(yuan * 100);
}

/**
 * What stands in the way of a 退费. A decision said to be set aside has to have been: by a review or a suit over this
 * application whose result corrected it. Anything else is told in words.
 */
export function checkRefund(
	{ amount, ground, reason }: { readonly amount: number; readonly ground: RefundGround; readonly reason: string },
	paid: Paid,
	corrected: boolean,
): Issue[] {
	const left = refundable(paid);
	const whole = Number.isFinite(amount) && Math.abs(amount * 100 - fen(amount)) < 1e-6;
	return collectIssues(
		!whole || amount <= 0
			? issue('refund.amount', '退费金额应大于0，最多两位小数。', 'amount')
			: amount > left
				? issue('refund.tooMuch', `退费金额不能超过已缴未退的${left}元。`, 'amount')
				: null,
		ground === 'setAside' && !corrected
			? issue('refund.notSetAside', '本案没有登记结果为纠正的行政复议或者行政诉讼，请先登记其结果。', 'ground')
			: null,
		reason.trim().length < 2 ? issue('refund.reason', '请写明退费理由和依据。', 'reason') : null,
	);
}
