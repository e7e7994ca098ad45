import { describe, expect, it } from 'vitest';
import { dataLines } from './data-words.ts';

describe('what was written down beside an entry', () => {
	it('is said in words, one line each', () => {
		expect(dataLines({ from: '东岭乡人民政府', into: '石桥镇人民政府', people: 3 })).toEqual([
			'自：东岭乡人民政府',
			'并入：石桥镇人民政府',
			'人数：3',
		]);
	});

	it('opens lists and groups', () => {
		expect(dataLines({ fields: ['phone', 'fax'], before: { name: '甲', footer: [] }, after: {} })).toEqual([
			'修改项：phone、fax',
			'修改前：名称：甲；footer：无',
			'修改后：无',
		]);
	});

	it('leaves out what was not given, keeps false and zero', () => {
		expect(dataLines({ until: null, reason: undefined, people: 0, urgent: false })).toEqual([
			'人数：0',
			'urgent：false',
		]);
	});

	it('has nothing to say about nothing', () => {
		expect(dataLines({})).toEqual([]);
	});
});
