import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { INITIALS, initialGrams, initialQuery, spelledIn } from './initials.ts';
import { partsOf } from './query.ts';
import { charactersOf, type Homophone, respell, spansOf } from './respell.ts';
import { Segmenter } from './segment.ts';
import { initialsOf, loosened, readingsOf, syllablesAt, waysToRead } from './sounds.ts';
import { spokenWords } from './words.ts';

const cut = new Segmenter();
const TITLES = [
	'柳溪镇2026年政府工作报告',
	'关于农村土地征收的公告',
	'农村低保对象公示',
	'农业生产防汛抗旱应急预案',
	'银行贷款贴息办法',
	'饮用水水源地保护方案',
];

/** As the store answers: the words of some titles by sound, each with in how many titles it stands. */
function known(isLoose = false): Map<string, Homophone[]> {
	const all = new Map<string, Homophone[]>();
	for (const { word, sound, loose } of TITLES.flatMap((title) => spokenWords(cut, title))) {
		const key = isLoose ? loose : sound;
		const before = all.get(key) ?? [];
		const weight = TITLES.filter((title) => title.includes(word)).length;
		if (before.every((one) => one.word !== word)) all.set(key, [...before, { word, weight }]);
	}
	return all;
}

function meant(typed: string, isLoose = false): string | null {
	const characters = charactersOf(typed);
	return respell(characters, spansOf(characters, isLoose), known(isLoose));
}

describe('readings', () => {
	it('know characters of one and of several readings, rare names too, and nothing else', () => {
		expect(readingsOf('公')).toEqual(['gong']);
		expect(readingsOf('行')).toEqual(['hang', 'xing']);
		// Of names: no table of common characters has them.
		for (const [character, syllable] of ['闫yan', '骐qi', '骧xiang', '堃kun'].map((one) => [one[0], one.slice(1)]))
			expect(readingsOf(character ?? '')).toContain(syllable);
		for (const other of ['a', '1', '，', '', '🙂']) expect(readingsOf(other)).toEqual([]);
	});

	it('multiply in words, within a limit', () => {
		expect(waysToRead('银行').map((way) => way.join(''))).toEqual(['yinhang', 'yinxing']);
		expect(waysToRead('重'.repeat(12)).length).toBeLessThanOrEqual(24);
		expect(waysToRead('')).toEqual([]);
		expect(waysToRead('A股')).toEqual([]);
	});

	it.each([
		['zhong', 'zong'],
		['chang', 'can'],
		['sheng', 'sen'],
		['nong', 'long'],
		['niang', 'lian'],
		['ling', 'lin'],
		['guang', 'guan'],
		['nv', 'lv'],
		['gong', 'gong'],
		['an', 'an'],
		['er', 'er'],
	])('%s is heard as %s', (syllable, heard) => {
		expect(loosened(syllable)).toBe(heard);
		expect(loosened(heard)).toBe(heard);
	});

	it('begin at a place of a run of letters', () => {
		expect(syllablesAt('xian', 0, false)).toEqual(['xi', 'xia', 'xian']);
		expect(syllablesAt('xian', 2, false)).toEqual(['a', 'an']);
		expect(syllablesAt('bcd', 0, false)).toEqual([]);
		// `len` is no syllable, but `leng` is said so.
		expect(syllablesAt('len', 0, false)).not.toContain('len');
		expect(syllablesAt('len', 0, true)).toContain('len');
	});
});

describe('what was probably meant', () => {
	it.each([
		['政府工作抱告', '政府工作报告'],
		['正府工作报告', '政府工作报告'],
		['土地征受', '土地征收'],
		['农村低宝公式', '农村低保公示'],
		['tudi', '土地'],
		['zhengfugongzuobaogao', '政府工作报告'],
		['ZhengFu GongZuo', '政府工作'],
		["yin'yong'shui", '饮用水'],
		['nongcundibao', '农村低保'],
		['农村dibao', '农村低保'],
		['tudi征收', '土地征收'],
		['yinhang', '银行'],
		['2026年政府工作抱告', '2026年政府工作报告'],
	])('%s is %s', (typed, text) => {
		expect(meant(typed)).toBe(text);
	});

	it.each(['政府工作报告', '土地征收', '低保', '医疗救助', '2026', 'abc', 'bcdfg', '', '的', '🙂🙂'])(
		'nothing else than %j',
		(typed) => {
			expect(meant(typed)).toBeNull();
		},
	);

	it('of letters nothing is left over: half of it is no answer', () => {
		expect(meant('tudixyz')).toBeNull();
		expect(meant('xtudi')).toBeNull();
	});

	it.each([
		['longye', '农业'],
		['zengfu', '政府'],
		['tudi zhensou', '土地征收'],
		['龙业', '农业'],
		['fanxun', '防汛'],
	])('%s is heard as %s, when nothing is said exactly so', (typed, text) => {
		expect(meant(typed)).toBeNull();
		expect(meant(typed, true)).toBe(text);
	});

	it('of words said alike the more usual one is meant', () => {
		const of = (weights: Record<string, number>) =>
			new Map([['gongshi', Object.entries(weights).map(([word, weight]) => ({ word, weight }))]]);
		const characters = charactersOf('gongshi');
		const spans = spansOf(characters, false);
		expect(respell(characters, spans, of({ 公示: 9, 公式: 1 }))).toBe('公示');
		expect(respell(characters, spans, of({ 公式: 9, 公示: 1 }))).toBe('公式');
		expect(respell(characters, spans, new Map())).toBeNull();
	});

	it('takes no time and breaks on nothing, whatever is typed', () => {
		const piece = fc.constantFrom(...'重行长都乐和政府zhsianegotu1２ ・"\'\\'.split(''));
		fc.assert(
			fc.property(fc.array(piece, { maxLength: 40 }), fc.boolean(), (pieces, isLoose) => {
				const characters = charactersOf(pieces.join(''));
				const spans = spansOf(characters, isLoose);
				expect(spans.length).toBeLessThan(40 * 12 * 32 + 1);
				for (const { from, to } of spans) expect(from < to && to <= characters.length).toBe(true);
				respell(characters, spans, known(isLoose));
			}),
			{ numRuns: 60 },
		);
	});
});

describe('initials', () => {
	it('of a character are those of its readings; letters and figures are themselves', () => {
		expect(initialsOf('长')).toEqual(['c', 'z']);
		expect(initialsOf('府')).toEqual(['f']);
		expect(initialsOf('7')).toEqual(['7']);
		expect(initialsOf('，')).toEqual([]);
	});

	it('find the piece of a title they stand for, over brackets and figures', () => {
		expect(spelledIn('柳溪镇2026年政府工作报告', 'zfgzbg')).toEqual(['政府工作报告']);
		expect(spelledIn('柳溪镇2026年政府工作报告', '2026nzf')).toEqual(['2026年政府']);
		expect(spelledIn('政府（办公室）工作', 'zfbgs')).toEqual(['政府办公室']);
		expect(spelledIn('校长任命', 'xzrm')).toEqual(['校长任命']);
		expect(spelledIn('低保公示、低保公示', 'dbgs')).toEqual(['低保公示', '低保公示']);
		expect(spelledIn('土地征收', 'zfgz')).toEqual([]);
	});

	it('are kept by threes, so that what is found has them all', () => {
		const lexemes = (text: string) => new Set(text.match(/'[^']+'/g));
		for (const title of TITLES) {
			const kept = lexemes(initialGrams(title));
			const letters = [...title].flatMap((character) => initialsOf(character).slice(0, 1)).join('');
			for (const asked of lexemes(initialQuery(letters.slice(0, 6)))) expect(kept, title).toContain(asked);
		}
		expect(initialGrams('公告')).toBe('');
	});

	it.each(['zfgzbg', 'tdzs', 'ggl', '2026'])('%s', (typed) => {
		expect(INITIALS.test(typed)).toBe(typed !== '2026');
	});
});

describe('parts of a question', () => {
	it('are its words; letters side by side are one, whatever stands between', () => {
		expect(partsOf('低保 公示')).toEqual(['低保', '公示']);
		expect(partsOf('zheng fu gongzuo')).toEqual(['zhengfugongzuo']);
		expect(partsOf('“低宝对象” dibao、2026')).toEqual(['低宝对象', 'dibao', '2026']);
		expect(partsOf('tudi 征收 gong gao')).toEqual(['tudi', '征收', 'gonggao']);
		expect(partsOf(' ，、 ')).toEqual([]);
		expect(partsOf('词 '.repeat(60)).length).toBeLessThanOrEqual(8);
	});
});

describe('spoken words', () => {
	it('are the words of a title, those inside them, and pieces of names', () => {
		const words = new Set(spokenWords(cut, '柳编技艺在农村低保户家展示（第2期）').map(({ word }) => word));
		expect([...words]).toEqual(expect.arrayContaining(['农村低保', '低保', '技艺', '展示']));
		for (const word of words) expect(word).toMatch(/^\p{Script=Han}{2,12}$/u);
	});

	it('carry each way they are said', () => {
		const said = spokenWords(cut, '银行贷款').filter(({ word }) => word === '银行');
		expect(said.map(({ sound, loose }) => [sound, loose])).toEqual([
			['yinhang', 'yinhan'],
			['yinxing', 'yinxin'],
		]);
	});
});
