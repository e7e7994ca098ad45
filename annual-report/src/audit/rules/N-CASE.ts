import { basisArticle50 } from '../basis.ts';
import { claimRule } from '../claim-rule.ts';

export const NCASE = claimRule({
	id: 'N-CASE',
	title: '文中的复议、诉讼情况与表格一致',
	basis: basisArticle50,
	forms: ['2014', '2019', '2021'],
	severity: 'error',
});
