import { describe, expect, it } from 'vitest';
import { inputIssues, judged } from './issues.ts';
import { differences, merged, nothingToChoose } from './merge.ts';

const base = { title: '通知', summary: '概述', keywords: ['甲'], day: '2026-06-01' };

describe('two texts of one draft', () => {
	it('differ in nothing when they are the same, whoever changed it', () => {
		const both = { ...base, title: '新的通知' };
		expect(differences(base, both, { ...both })).toEqual([]);
		expect(differences(base, base, { ...base, keywords: ['甲'] })).toEqual([]);
	});

	it('suggest whoever changed something', () => {
		const mine = { ...base, title: '我的' };
		const theirs = { ...base, summary: '他们的' };
		expect(differences(base, mine, theirs)).toEqual([
			{ key: 'title', suggested: 'mine', both: false },
			{ key: 'summary', suggested: 'theirs', both: false },
		]);
	});

	it('suggest mine where both changed, and say so', () => {
		const found = differences(base, { ...base, title: '我的' }, { ...base, title: '他们的' });
		expect(found).toEqual([{ key: 'title', suggested: 'mine', both: true }]);
	});

	it('compare lists by what is in them, and in order', () => {
		expect(differences(base, { ...base, keywords: ['甲', '乙'] }, base)).toHaveLength(1);
		expect(differences(base, { ...base, keywords: ['乙', '甲'] }, { ...base, keywords: ['甲', '乙'] })).toHaveLength(1);
	});
});

describe('the text that was chosen', () => {
	const mine = { ...base, title: '我的', summary: '我的概述' };
	const theirs = { ...base, title: '他们的', day: '2026-06-02' };

	it('is theirs but for what was taken from mine', () => {
		expect(merged(mine, theirs, { title: 'mine' })).toEqual({ ...theirs, title: '我的' });
	});

	it('is theirs when nothing was', () => {
		expect(merged(mine, theirs, {})).toEqual(theirs);
		expect(merged(mine, theirs, { title: 'theirs' })).toEqual(theirs);
	});

	it('is mine when everything was', () => {
		expect(merged(mine, theirs, { title: 'mine', summary: 'mine', keywords: 'mine', day: 'mine' })).toEqual(mine);
	});

	it('takes no field that a text does not have', () => {
		expect(merged(mine, theirs, { secret: 'mine' })).toEqual(theirs);
	});

	it('changes neither of the two', () => {
		const before = JSON.stringify([mine, theirs]);
		merged(mine, theirs, { title: 'mine' });
		expect(JSON.stringify([mine, theirs])).toBe(before);
	});
});

describe('nothing to choose', () => {
	const mine = { ...base, title: '我的' };

	it('when the other save changed nothing', () => {
		expect(nothingToChoose(base, mine, { ...base })).toBe(true);
	});

	it('when both wrote the same', () => {
		expect(nothingToChoose(base, mine, { ...mine })).toBe(true);
	});

	it('but not when somebody else’s words would be lost', () => {
		expect(nothingToChoose(base, mine, { ...base, summary: '他们的' })).toBe(false);
		expect(nothingToChoose(base, base, { ...base, summary: '他们的' })).toBe(false);
	});
});

describe('what the server finds wrong', () => {
	it('stands under the names of the inputs, whichever route found it', () => {
		const issues = inputIssues([
			{ field: 'content.title', key: 'schema', message: '不超过200个字' },
			{ field: 'content.keywords.0', key: 'schema', message: '不超过20个字' },
			{ field: 'summary', key: 'need.summary', message: '请填写内容概述。' },
			{ key: 'flow', message: '没有位置' },
		]);
		expect(issues.map(({ field }) => field)).toEqual(['title', 'keywords.0', 'summary', undefined]);
	});

	it('keeps an input whose name only begins so', () => {
		expect(inputIssues([{ field: 'contentType', key: 'k', message: 'm' }])[0]?.field).toBe('contentType');
	});

	it('takes its words away from what is mended', () => {
		const now = [{ name: ['summary'], errors: ['请填写内容概述。'] }];
		expect(judged(['title', 'summary'], now)).toEqual([
			{ name: ['title'], errors: [] },
			{ name: ['summary'], errors: ['请填写内容概述。'] },
		]);
	});

	it('is nothing when all is well', () => {
		expect(judged([], [])).toEqual([]);
		expect(judged(['items.0'], [])).toEqual([{ name: ['items', '0'], errors: [] }]);
	});
});
