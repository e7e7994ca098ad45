import { describe, expect, it } from 'vitest';
import { findPersonalData, maskPersonalData } from './index.ts';

const kinds = (text: string) => findPersonalData(text).map(({ kind }) => kind);

describe('home addresses', () => {
	it.each([
		'家住双桥乡石门村3组12号，',
		'住址：石门村第五村民小组',
		'现居阳光花园12栋3单元501室。',
		'户籍地白石镇河东社区２组',
		'长寿苑8号楼1203室',
	])('%s has one', (text) => {
		expect(kinds(text)).toEqual(['address']);
	});

	it.each([
		'办公地址：清源镇政府大院2号楼301室',
		'会议地点：县政务中心3号楼501会议室',
		'项目位于石门村3组，全长2公里',
		'石门村3组至5组道路硬化工程',
		'清源镇人民路18号',
		'全村12个村民小组',
		'受理地点为便民服务中心1号楼102室',
	])('%s has none', (text) => {
		expect(kinds(text)).toEqual([]);
	});
});

describe('plates and cards', () => {
	it.each(['湘A12B45', '川F·8K213', '粤BD12345'])('%s is a plate', (plate) => {
		expect(kinds(`车辆${plate}违规停放`)).toEqual(['plate']);
	});

	it.each(['湘AABCDE', '川2025', '粤港澳大湾区2025'])('%s is none', (text) => {
		expect(kinds(text)).toEqual([]);
	});

	it('a social-security card is told by the word before it', () => {
		expect(kinds('社会保障卡号：A12345678')).toEqual(['socialCard']);
		expect(kinds('产品编号：A12345678')).toEqual([]);
	});
});

describe('names beside what must not be known of a person (个人信息保护法第二十八条)', () => {
	it('are found in the rows of a list, in whatever way its cells are parted', () => {
		for (const gap of ['\t', '，', '  ', '\n']) {
			expect(kinds(`1${gap}张桂英${gap}女${gap}低保户${gap}320元`), JSON.stringify(gap)).toEqual(['situation']);
		}
	});

	it('are not found where the list says nothing of persons, or the words are of a policy', () => {
		expect(kinds('1\t张桂英\t女\t种粮大户\t320元')).toEqual([]);
		expect(kinds('低保标准提高到每人每月六百元，残疾人两项补贴按月发放。')).toEqual([]);
		expect(kinds('姓名\t性别\t低保类别\t金额\t方式')).toEqual([]);
	});

	it('are not those of whoever handles the matter; one beside them is found all the same', () => {
		expect(kinds('认真做好孤儿基本生活保障。联系人：孙冯，联系电话：0552-5973707。')).toEqual([]);
		expect(kinds('经办人：孙冯，张桂英，低保户')).toEqual(['situation']);
	});
});

describe('masking', () => {
	it('keeps the words around and hides what was found', () => {
		const { text, count } = maskPersonalData('张桂英，低保户，石门村3组12号，手机１３８００１３８０００。');
		expect(count).toBe(3);
		expect(text).toBe('张**，低保户，石*******，手机１３８******００。');
		expect(findPersonalData(text)).toEqual([]);
	});
});
