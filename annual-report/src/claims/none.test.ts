import { describe, expect, it } from 'vitest';
import { brief, claimsIn } from '../../fixtures/read/narrated.setup.ts';
import type { Form } from '../model/index.ts';

const nones = (sentence: string, form: Form = '2021') =>
	brief(claimsIn(form, sentence), 'none').map(([, refs]) => refs);

describe('no applications', () => {
	it('is said in many ways', () => {
		for (const sentence of [
			'2019年我镇未收到公开政府信息的申请。',
			'2017年，我镇未收信息公开申请。',
			'我乡没有接到群众主动要求公开政府信息的申请。',
			'全年未收到依申请公开。',
			'本年度没有收到政府信息公开申请。',
			'2022年，全镇无政府信息公开申请。',
			'全年未发生依申请公开事项。',
			'政府信息公开申请均未收到。',
		]) {
			expect(nones(sentence), sentence).toEqual(['t3.new.total']);
		}
	});

	it('is another cell in the 2014 form', () => {
		expect(nones('未收到公开政府信息的申请。', '2014')).toEqual(['stat.3.1']);
		expect(nones('没有提供依申请公开政府信息。', '2014')).toEqual(['stat.3.2']);
	});

	it('is not said by sentences that only hold a negation', () => {
		for (const sentence of [
			'对无正当理由大量反复申请的依法处理。',
			'申请内容无法提供的书面告知申请人。',
			'未按规定答复申请的予以通报。',
			'没有条件的村可以委托办理。',
			'未来将完善依申请公开工作。',
			'凡未收到3件以上申请的站所不通报。',
			'未建立依申请公开制度的站所限期整改。',
		]) {
			expect(nones(sentence), sentence).toEqual([]);
		}
	});
});

describe('no refusals, cases and fees', () => {
	it('names every ground of refusal', () => {
		const [refs] = nones('2019年我镇未收到申请，也无不予公开政府信息的情况。', '2019').slice(1);
		expect(refs?.split(' ')).toHaveLength(8);
	});

	it('names the cases the sentence names', () => {
		expect(nones('我镇全年没有因政府信息公开申请行政复议、提起行政诉讼的案件。')).toEqual([
			't4.review.total t4.direct.total t4.afterReview.total',
		]);
		expect(nones('未发生针对本单位的行政复议案、行政诉讼案和有关的申诉案。', '2014')).toEqual(['stat.4 stat.5']);
		expect(nones('无行政复议情况。')).toEqual(['t4.review.total']);
		expect(nones('未收到有关政府信息公开行政复议、提起行政诉讼的申请。')).toEqual([
			't4.review.total t4.direct.total t4.afterReview.total',
		]);
		expect(nones('全年没有被举报投诉、行政复议的案件。', '2014')).toEqual(['stat.4 stat.6']);
	});

	it('says that nothing was charged', () => {
		for (const sentence of [
			'政府信息均免费提供公开服务。',
			'没有对政府信息公开申请收取任何费用。',
			'2022年，无收取信息处理费情况。',
		]) {
			expect(nones(sentence), sentence).toEqual(['']);
		}
	});

	it('says nothing of both where a sentence tells how cases ended', () => {
		expect(nones('行政诉讼案件无败诉。')).toEqual([]);
	});
});

describe('the claim', () => {
	it('is one clause with its place', () => {
		const claims = claimsIn('2021', '2019年，我镇未收到公开政府信息的申请，工作平稳。');
		expect(claims).toEqual([
			{
				kind: 'none',
				text: '我镇未收到公开政府信息的申请',
				value: 0,
				unit: null,
				precision: 'exact',
				refs: ['t3.new.total'],
				at: { paragraph: 1 },
			},
		]);
	});

	it('is not made of a count of zero, which is a count', () => {
		const claims = claimsIn('2021', '2020年度共受理0条依申请公开。');
		expect(claims.map(({ kind, value }) => [kind, value])).toEqual([['count', 0]]);
	});
});
