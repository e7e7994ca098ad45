import { basisArticle50 } from '../basis.ts';
import { claimRule } from '../claim-rule.ts';

export const NRESULT = claimRule({
	id: 'N-RESULT',
	title: '文中的办理结果与表格一致',
	basis: basisArticle50,
	forms: ['2014', '2019', '2021'],
	severity: 'error',
});
