import { describe, expect, it } from 'vitest';
import { amountsIn } from './amounts.ts';

const short = (sentence: string) => amountsIn(sentence).map(({ value, unit, precision }) => [value, unit, precision]);

describe('amountsIn', () => {
	it('reads figures with their units', () => {
		expect(short('收到申请12件，公开信息1036条，收取3940元，占33.9%。')).toEqual([
			[12, '件', 'exact'],
			[1036, '条', 'exact'],
			[3940, '元', 'exact'],
			[33.9, '%', 'exact'],
		]);
	});

	it('reads grouped and scaled figures', () => {
		expect(short('公开信息1,036条，经费10.6424万元，访问2万人次')).toEqual([
			[1036, '条', 'exact'],
			[10.6424, '万元', 'exact'],
			[20_000, '人次', 'exact'],
		]);
	});

	it('reads Chinese numerals', () => {
		expect(short('收到申请十二件，召开会议两次，公开一百零三条')).toEqual([
			[12, '件', 'exact'],
			[2, '次', 'exact'],
			[103, '条', 'exact'],
		]);
	});

	it('understands 余, 约, 近 and 超过', () => {
		expect(short('公开170余条，约30件，近5000人次，超过20次')).toEqual([
			[170, '条', 'atLeast'],
			[30, '件', 'about'],
			[5000, '人次', 'about'],
			[20, '次', 'atLeast'],
		]);
	});

	it('takes years, ordinals, document numbers and lists for none', () => {
		for (const sentence of [
			'2019年1月1日至12月31日',
			'国务院令第711号',
			'皖政办〔2020〕4号',
			'第三次会议',
			'一是加强领导，二是完善制度',
			'电话0000-1234567',
			'做到“三个更加”',
		]) {
			expect(short(sentence), sentence).toEqual([]);
		}
	});

	it('does not split a figure from its sentence by a measure word before a unit', () => {
		expect(short('曝光了16个问题')).toEqual([[16, '个', 'exact']]);
	});

	it('keeps the words before and behind each figure', () => {
		const [first, second] = amountsIn('共收到70件申请，办结69件。');
		expect(first).toMatchObject({ lead: '共收到', tail: '申请', start: 3, end: 6 });
		expect(second).toMatchObject({ lead: '申请，办结', tail: '' });
	});

	it('knows the depth of brackets', () => {
		const depths = amountsIn('197条（政府32条、部门165条）、经费27条').map(({ depth }) => depth);
		expect(depths).toEqual([0, 1, 1, 0]);
	});

	it('bears brackets that do not match', () => {
		expect(amountsIn('）3件（4件').map(({ depth }) => depth)).toEqual([0, 1]);
	});
});
