import { basisArticle50 } from '../basis.ts';
import { claimRule } from '../claim-rule.ts';

export const NREFUSE = claimRule({
	id: 'N-REFUSE',
	title: '文中的不予公开情况与表格一致',
	basis: basisArticle50,
	forms: ['2014', '2019', '2021'],
	severity: 'error',
});
