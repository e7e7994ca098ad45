import { describe, expect, it } from 'vitest';
import { claimsIn } from '../../fixtures/read/narrated.setup.ts';

const rates = (...paragraphs: string[]) =>
	claimsIn('2021', ...paragraphs)
		.filter(({ kind }) => kind === 'percent' || kind === 'growth')
		.map(({ kind, value, parts, refs }) => [kind, value, parts, refs.join(' ')]);

describe('shares', () => {
	it('are shares of the whole their figure was named a part of', () => {
		expect(rates('全区公开政府信息2122条。其中，各部门1509条，占71.11%。各乡镇613条，占28.89%。')).toEqual([
			['percent', 71.11, [1509, 2122], ''],
			['percent', 28.89, [613, 2122], ''],
		]);
	});

	it('are shares of the applications answered where they are results', () => {
		expect(
			rates(
				'受理政府信息公开申请859件；答复政府信息公开申请805件。予以公开及部分公开258件，占33.9%；不予公开35件，占4.34%。',
			),
		).toEqual([
			['percent', 33.9, [258, 805], ''],
			['percent', 4.34, [35, 805], ''],
		]);
	});

	it('are shares of the applications received where no answers were counted', () => {
		expect(rates('收到政府信息公开申请50件，不予公开5件，占10%。')).toEqual([['percent', 10, [5, 50], '']]);
	});

	it('have no parts where the whole is not told', () => {
		expect(rates('公开重点信息35条，占30%。')).toEqual([['percent', 30, undefined, '']]);
	});

	it('are not claims where they only rate the work', () => {
		expect(rates('合格率均为100%，办结率100%，公开面达100%。')).toEqual([]);
	});
});

describe('growth', () => {
	it('is signed and speaks of the figure before it', () => {
		expect(rates('受理政府信息公开申请859件，申请数量较去年回落12.3%。')).toEqual([
			['growth', -12.3, undefined, 't3.new.total'],
		]);
		expect(rates('公开政府信息200条，同比增长25%。')).toEqual([['growth', 25, undefined, '']]);
	});
});
