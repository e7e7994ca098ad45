import { describe, expect, it } from 'vitest';
import { brief, claimsIn } from '../../fixtures/read/narrated.setup.ts';
import type { Form } from '../model/index.ts';

const counts = (sentence: string, form: Form = '2021') => brief(claimsIn(form, sentence), 'count');

describe('applications received', () => {
	it('are counted in every wording', () => {
		for (const sentence of [
			'2023年共受理政府信息公开申请21件。',
			'全年共收到政府信息公开申请21件。',
			'本年度共收到21件申请。',
			'共接收通过邮寄、网络提交的各类政府信息公开申请共计21件。',
			'全年受理21条依申请公开。',
			'新收政府信息公开申请二十一件。',
			'共收到信息公开申请21份。',
		]) {
			expect(counts(sentence), sentence).toEqual([[21, 't3.new.total']]);
		}
	});

	it('are another cell in the 2014 form and none where there is no table', () => {
		expect(counts('共收到政府信息公开申请21件。', '2014')).toEqual([[21, 'stat.3.1']]);
		expect(counts('共收到政府信息公开申请21件。', 'none')).toEqual([[21, '']]);
	});

	it('are not mixed up with other things received', () => {
		expect(counts('收到群众诉求348件，现场解决162件。')).toEqual([]);
		expect(counts('收到群众来信12件。')).toEqual([]);
		expect(counts('受理行政许可申请事项12项。')).toEqual([]);
	});
});

describe('what became of them', () => {
	it('is told in one sentence', () => {
		expect(counts('受理政府信息公开申请30件，答复28件（含上年度结转申请3件，另有5件顺延到下年度答复）。')).toEqual([
			[30, 't3.new.total'],
			[28, 't3.total.total'],
			[3, 't3.carried_in.total'],
			[5, 't3.carried_out.total'],
		]);
	});

	it('is told with 办结 and 结转', () => {
		expect(counts('本年度共收到70件申请，及时办结69件，1件结转下年度继续办理。')).toEqual([
			[70, 't3.new.total'],
			[69, 't3.total.total'],
			[1, 't3.carried_out.total'],
		]);
		expect(counts('收到申请5件，结转下一年度办理2件。')).toContainEqual([2, 't3.carried_out.total']);
	});

	it('is told by applicant', () => {
		expect(counts('共收到政府信息公开申请81件，涉及自然人78件、商业企业2件、社会公益组织1件。')).toEqual([
			[81, 't3.new.total'],
			[78, 't3.new.natural'],
			[2, 't3.new.business'],
			[1, 't3.new.welfare'],
		]);
	});

	it('is told by result, a group being all its rows', () => {
		const found = counts(
			'共收到政府信息公开申请81件。予以公开40件，部分公开2件；不予公开5件，无法提供31件，不予处理1件，其他处理2件。',
		);
		expect(found.map(([value]) => value)).toEqual([81, 40, 2, 5, 31, 1, 2]);
		expect(found[1]?.[1]).toBe('t3.granted.total');
		expect(found[2]?.[1]).toBe('t3.partial.total');
		expect(found[3]?.[1].split(' ')).toHaveLength(8);
		expect(found[4]?.[1].split(' ')).toEqual([
			't3.unable.none.total',
			't3.unable.create.total',
			't3.unable.unclear.total',
		]);
		expect(found[6]?.[1].split(' ')).toHaveLength(3);
	});

	it('joins two results counted together', () => {
		expect(counts('收到申请60件，予以公开及部分公开42件。')).toContainEqual([42, 't3.granted.total t3.partial.total']);
	});

	it('is one cell of 「其他处理」 in the 2019 form', () => {
		expect(counts('收到申请60件，其他处理2件。', '2019')).toContainEqual([2, 't3.other.total']);
	});

	it('needs the topic: results of something else are no claim', () => {
		expect(counts('办结建议提案12件，不予公开3件。')).toEqual([]);
	});
});

describe('reconsideration and litigation', () => {
	it('are counted with their results', () => {
		expect(counts('政府信息公开行政复议9件，其中结果维持5件，结果纠正1件，其他结果1件，尚未审结2件。')).toEqual([
			[9, 't4.review.total'],
			[5, 't4.review.maintained'],
			[1, 't4.review.corrected'],
			[1, 't4.review.other'],
			[2, 't4.review.pending'],
		]);
	});

	it('keep their results apart: litigation is both groups of the table', () => {
		expect(counts('行政复议2件，其中结果维持2件；行政诉讼4件，其中结果维持3件，尚未审结1件。').slice(2)).toEqual([
			[4, 't4.direct.total t4.afterReview.total'],
			[3, 't4.direct.maintained t4.afterReview.maintained'],
			[1, 't4.direct.pending t4.afterReview.pending'],
		]);
	});

	it('may be named behind the figure or split by group', () => {
		expect(counts('全年发生3件行政复议、1件行政诉讼。').map(([value]) => value)).toEqual([3, 1]);
		expect(counts('未经复议直接起诉2件，复议后起诉1件。')).toEqual([
			[2, 't4.direct.total'],
			[1, 't4.afterReview.total'],
		]);
	});

	it('are lines of the 2014 table', () => {
		expect(counts('行政复议案件2件，行政诉讼案件1件。', '2014')).toEqual([
			[2, 'stat.4'],
			[1, 'stat.5'],
		]);
	});

	it('may all have ended alike', () => {
		expect(counts('行政复议7件，诉讼9件，均获维持。')).toContainEqual([
			16,
			't4.review.maintained t4.direct.maintained t4.afterReview.maintained',
		]);
	});
});

describe('documents and information', () => {
	it('go to the columns of the form', () => {
		const sentence = '集中公开现行有效行政规范性文件698件，动态更新本年度制发的规范性文件88件，废止规范性文件5件。';
		expect(counts(sentence)).toEqual([
			[698, 't2.normative.valid'],
			[88, 't2.normative.made'],
			[5, 't2.normative.repealed'],
		]);
		expect(counts(sentence, '2019')).toEqual([
			[698, 't2.normative.total'],
			[88, 't2.normative.made'],
			[5, ''],
		]);
	});

	it('go on in a list', () => {
		expect(counts('主动公开规章13件，行政规范性文件60件，其他文件162件。')).toEqual([
			[13, 't2.regulation.made'],
			[60, 't2.normative.made'],
		]);
	});

	it('are not taken from documents of other kinds', () => {
		expect(counts('制发政策性文件11件，部门规范性文件45件。')).toEqual([]);
		expect(counts('新增公开规章1件、政策性文件11件。')).toEqual([
			[1, 't2.regulation.made'],
			[11, ''],
		]);
		expect(counts('清理规范性文件12件。')).toEqual([]);
	});

	it('count items published', () => {
		expect(counts('全年主动公开政府信息2645条。')).toEqual([[2645, '']]);
		expect(counts('今年共发布380条财政资金信息。')).toEqual([[380, '']]);
		expect(counts('2017年我镇主动公开政府信息170余条。', '2014')).toEqual([[170, 'stat.1.1']]);
		expect(counts('通过政府网站公开政府信息75条。', '2014')).toEqual([[75, 'stat.1.2.2']]);
	});

	it('count money in 元', () => {
		const [claim] = claimsIn('2021', '全年收取政府信息公开信息处理费0.394万元。');
		expect(claim).toMatchObject({ value: 3940, unit: '元', refs: [] });
	});

	it('count trainings held, not attended, as lines of the 2014 table', () => {
		expect(counts('举办培训班2次，培训人员46人次。', '2014')).toEqual([
			[2, 'stat.13.2'],
			[46, 'stat.13.3'],
		]);
		expect(counts('相关人员参加县级培训4次。')).toEqual([[4, '']]);
	});
});

describe('claims', () => {
	it('carry their clause, place and precision', () => {
		const [claim] = claimsIn('2021', '一、总体情况', '全镇平稳。2023年，共受理政府信息公开申请20余件，均已答复。');
		expect(claim).toEqual({
			kind: 'count',
			text: '共受理政府信息公开申请20余件',
			value: 20,
			unit: '件',
			precision: 'atLeast',
			refs: ['t3.new.total'],
			at: { paragraph: 2 },
		});
	});

	it('do not carry a topic into the next paragraph', () => {
		expect(brief(claimsIn('2021', '共收到政府信息公开申请3件。', '全镇办结12件。'), 'count')).toEqual([
			[3, 't3.new.total'],
		]);
	});

	it('add up the staff of an office', () => {
		expect(counts('配备专职人员1人，兼职人员2人。', 'none')).toEqual([[3, '']]);
		expect(counts('专职人员1人，兼职人员2人。', '2014')).toContainEqual([3, 'stat.12.2']);
	});
});
