import { basisArticle50 } from '../basis.ts';
import { claimRule } from '../claim-rule.ts';

export const NFIG = claimRule({
	id: 'N-FIG',
	title: '文中的其他数字与表格一致',
	basis: basisArticle50,
	forms: ['2014', '2019', '2021'],
	severity: 'warning',
});
