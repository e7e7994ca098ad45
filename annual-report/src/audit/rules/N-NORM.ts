import { basisArticle50 } from '../basis.ts';
import { claimRule } from '../claim-rule.ts';

export const NNORM = claimRule({
	id: 'N-NORM',
	title: '文中的规章、规范性文件件数与表格一致',
	basis: basisArticle50,
	forms: ['2014', '2019', '2021'],
	severity: 'error',
});
