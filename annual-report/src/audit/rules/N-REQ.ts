import { basisArticle50 } from '../basis.ts';
import { claimRule, shorten } from '../claim-rule.ts';
import { total } from '../figures.ts';

export const NREQ = claimRule({
	id: 'N-REQ',
	title: '文中的收到申请数与表格一致',
	basis: basisArticle50,
	forms: ['2014', '2019', '2021'],
	severity: 'error',
	/** 收到75件 where the table has 74 new and 1 carried in: the carried one was counted as received. */
	soften(claim, context, draft) {
		const columns = claim.refs.map((ref) => /^t3\.new\.(\w+)$/.exec(ref)?.[1]);
		if (columns.includes(undefined)) return undefined;
		const carried = total(context, ...columns.map((column) => `t3.carried_in.${column}`));
		if (!(carried > 0) || Number(draft.found) !== Number(draft.expected) + carried) return undefined;
		const message = `文中写「${shorten(claim.text)}」，比表中本年新收的${draft.expected}件多${carried}件，应是把上年结转的也算作收到，请写明`;
		return { ...draft, message, severity: 'warning' };
	},
});
