import type { TreeContent, TreeNode } from '../model.ts';

type Row = Partial<TreeNode> & Pick<TreeNode, 'code' | 'name' | 'points'>;

function group(code: string, name: string, points: number): TreeNode {
	return row({ code, name, points, kind: 'group' });
}

function row(given: Row): TreeNode {
	return { kind: 'points', checks: '', basis: '', sampling: 'manual', perFault: 0, source: null, ...given };
}

const publishing: readonly TreeNode[] = [
	group('1', '主动公开', 40),
	row({
		...{ code: '1.1', name: '公开及时', points: 15, perFault: 1, sampling: 'automatic', source: 'lateDocuments' },
		checks: '考核期内公开的信息，每一条超过法定期限才公开的扣分。',
		basis: '《条例》第二十六条',
	}),
	row({
		...{ code: '1.2', name: '栏目维护', points: 10, perFault: 2, sampling: 'automatic', source: 'staleColumns' },
		checks: '监测仍然发现的不更新、空白栏目，每个扣分。',
		basis: '《条例》第二十条、第二十一条',
	}),
	row({
		...{ code: '1.3', name: '公开内容规范', points: 10, perFault: 1 },
		checks: '标题、文号、日期等要素齐全，正文和附件能够打开，没有错字错链。',
		basis: '《条例》第六条',
	}),
	row({
		...{ code: '1.4', name: '政策解读', points: 5, perFault: 1, sampling: 'automatic', source: 'unexplained' },
		checks: '应当解读的政策文件没有按期解读的，每件扣分。',
		basis: '县政务公开工作要求',
	}),
];

const answering: readonly TreeNode[] = [
	group('2', '依申请公开', 25),
	row({
		...{ code: '2.1', name: '按期答复', points: 12, perFault: 3, sampling: 'automatic', source: 'lateAnswers' },
		checks: '考核期内答复的申请，每件超过期限的扣分。',
		basis: '《条例》第三十三条',
	}),
	row({
		...{ code: '2.2', name: '没有积压', points: 5, perFault: 5, sampling: 'automatic', source: 'openOverdue' },
		checks: '取数时仍有超过期限没有答复的申请，每件扣分。',
		basis: '《条例》第三十三条',
	}),
	row({
		...{ code: '2.3', name: '渠道畅通、答复规范', points: 8, perFault: 2, sampling: 'mystery' },
		checks: '以模拟申请检查受理渠道、登记回执、答复文书和救济途径的告知。',
		basis: '《条例》第二十九条、第三十六条',
	}),
];

const base: readonly TreeNode[] = [
	group('3', '平台和基础工作', 20),
	row({
		...{ code: '3.1', name: '公开指南', points: 4, perFault: 4, sampling: 'automatic', source: 'guideMissing' },
		checks: '公布本机关公开指南，并及时更新。',
		basis: '《条例》第十二条',
	}),
	row({
		...{ code: '3.2', name: '年度报告', points: 8, perFault: 8, sampling: 'automatic', source: 'lateReport' },
		checks: '按期公布上一年度工作年度报告。',
		basis: '《条例》第四十九条、第五十条',
	}),
	row({
		...{ code: '3.3', name: '审查制度落实', points: 8, perFault: 2, sampling: 'documents' },
		checks: '抽查发布审签表和保密审查记录，缺少一份扣分。',
		basis: '《条例》第十七条',
	}),
];

const society: readonly TreeNode[] = [
	group('4', '互动和社会评议', 15),
	row({
		...{ code: '4.1', name: '诉求回应', points: 5, perFault: 1, sampling: 'automatic', source: 'overdueConcerns' },
		checks: '取数时超过期限没有答复的公众诉求，每件扣分。',
		basis: '《条例》第四十七条、第五十一条',
	}),
	row({
		...{ code: '4.2', name: '群众满意度', points: 10, sampling: 'automatic', source: 'satisfaction' },
		checks: '按社会评议平均分折算：满分不扣，最低分全扣。',
		basis: '《条例》第四十六条',
	}),
];

const outside: readonly TreeNode[] = [
	row({
		...{ code: '5', name: '工作创新', points: 5, kind: 'bonus', sampling: 'documents' },
		checks: '做法被上级推广，或者获得上级表彰的，凭材料加分。',
	}),
	row({
		...{ code: '6', name: '泄密和弄虚作假', points: 0, kind: 'veto' },
		checks: '公开信息造成失密泄密，或者伪造发布日期、办理记录的，直接评为不合格。',
		basis: '《条例》第十四条、第五十三条',
	}),
	row({
		...{ code: '7', name: '公开个人隐私造成后果', points: 0, kind: 'veto' },
		checks: '违法公开个人信息，对当事人造成损害后果的，直接评为不合格。',
		basis: '《条例》第十五条',
	}),
];

/** A tree to begin with; the county makes it its own. Weights and deductions are ours, no law sets them. */
export const STANDARD_TREE: TreeContent = {
	total: 100,
	grades: { excellent: 90, good: 80, pass: 60 },
	bonusFrom: 80,
	bonusCap: 5,
	nodes: [...publishing, ...answering, ...base, ...society, ...outside],
};
