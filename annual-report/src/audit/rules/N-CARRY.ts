import { basisArticle50 } from '../basis.ts';
import { claimRule } from '../claim-rule.ts';

export const NCARRY = claimRule({
	id: 'N-CARRY',
	title: '文中的结转件数与表格一致',
	basis: basisArticle50,
	forms: ['2014', '2019', '2021'],
	severity: 'error',
});
