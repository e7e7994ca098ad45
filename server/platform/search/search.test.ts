import { describe, expect, it } from 'vitest';
import { exactForm, gramQuery } from './grams.ts';
import { exactText, extractOf, gramVector, markHits, parseQuestion, Segmenter, vectorOf } from './index.ts';
import { DOMAIN_TERMS } from './terms.ts';
import { quoteLexeme } from './vector.ts';

const segmenter = new Segmenter(['柳溪镇', '柳溪镇人民政府', '县水务局']);
const cut = (text: string) => segmenter.cut(text).map(({ text: word }) => word);

describe('cutting', () => {
	it('keeps names of offices and words of the field whole', () => {
		expect(cut('柳溪镇依申请公开')).toEqual(['柳溪镇', '依申请公开']);
		expect(cut('县水务局预决算')).toEqual(['县水务局', '预决算']);
	});

	it('cuts a name alike whatever stands round it, before and after it was learned', () => {
		const own = new Segmenter();
		const around = ['关于霞坞镇的通知', '霞坞镇召开会议', '印发霞坞镇'];
		own.learn(['霞坞镇']);
		for (const text of around) expect(own.cut(text).map(({ text: word }) => word)).toContain('霞坞镇');
	});

	it('leaves out grammar and punctuation but keeps their places', () => {
		const words = segmenter.cut('通知，公告');
		expect(words.map(({ text }) => text)).toEqual(['通知', '公告']);
		expect(words.map(({ place }) => place)).toEqual([1, 3]);
	});

	it('reads full-width and capital letters as plain ones', () => {
		expect(cut('ＡＢＣ１２ Pdf')).toEqual(['abc12', 'pdf']);
	});

	it('gives the words inside a word', () => {
		expect(segmenter.cut('人民政府')[0]?.inner).toEqual(expect.arrayContaining(['人民', '政府']));
	});

	it('bears words nobody can learn, and nothing', () => {
		const own = new Segmenter(['', '甲', '有 空格', '长'.repeat(200)]);
		expect(own.cut('')).toEqual([]);
		expect(own.cut('！？…')).toEqual([]);
	});

	it('knows about two hundred terms of the field, each once', () => {
		expect(DOMAIN_TERMS.length).toBeGreaterThan(180);
		expect(new Set(DOMAIN_TERMS).size).toBe(DOMAIN_TERMS.length);
	});
});

describe('the vector', () => {
	it('carries places and weights', () => {
		const vector = vectorOf(segmenter, [
			{ text: '低保公示', weight: 'A' },
			{ text: '公示', weight: 'D' },
		]);
		expect(vector).toMatch(/'低保':1A/);
		expect(vector).toMatch(/'公示':2A,\d+D/);
	});

	it('escapes what would end a lexeme', () => {
		expect(quoteLexeme("a'b\\c")).toBe("'a''b\\\\c'");
		expect(vectorOf(segmenter, [{ text: "it's a\\b", weight: 'D' }])).toBe("'it':1D 's':3D 'b':7D");
	});

	it('stays below what the database takes, however long the text', () => {
		const long = Array.from({ length: 60_000 }, (_, index) => `词${index}号`).join('，');
		const vector = vectorOf(segmenter, [{ text: long, weight: 'D' }]);
		expect(vector.length).toBeLessThan(1_500_000);
		const places = [...vector.matchAll(/(\d+)[ABCD]/g)].map((match) => Number(match[1]));
		expect(Math.max(...places.slice(0, 5000))).toBeLessThanOrEqual(16_383);
		for (const lexeme of vectorOf(segmenter, [{ text: '公示 '.repeat(1000), weight: 'D' }]).split(' '))
			expect(lexeme.split(',').length).toBeLessThanOrEqual(255);
	});
});

describe('titles and numbers', () => {
	it.each([
		['柳政发〔2026〕3号', '柳政发[2026]3号'],
		['柳政发〔2026〕3号', '柳政发（2026）3号'],
		['柳政发〔2026〕3号', '柳政发 ［２０２６］ 3 号'],
		['99990123A00000011X/2026-00012', '99990123a00000011x/2026－00012'],
	])('%s is written as %s too', (one, other) => {
		expect(exactForm(one)).toBe(exactForm(other));
	});

	it('no pair runs over the edge of a field', () => {
		const vector = gramVector(exactText(['低保', '公示']));
		expect(vector).toBe("'低保' '公示'");
	});

	it('one character is not looked for', () => {
		expect(gramQuery('保')).toBeNull();
		expect(gramQuery('低保')).toBe("'低保'");
		expect(gramQuery('低-保')).toBe("'低保'");
	});
});

describe('questions', () => {
	const ask = (typed: string) => parseQuestion(segmenter, typed).terms;

	it('all words must be there', () => {
		expect(ask('低保 公示').map(({ text }) => text)).toEqual(['低保', '公示']);
		expect(ask('农村低保公示')[0]?.words).toBe("('农村低保' | ('农村' & '低保')) & '公示'");
	});

	it('unknown names are looked for as they stand', () => {
		expect(ask('闫骐骧')[0]?.words).toBe("'闫骐' & '骐骧'");
		expect(ask('闫骐骧防汛')[0]?.words).toBe("'闫骐' & '骐骧' & '防汛'");
		expect(vectorOf(segmenter, [{ text: '由闫骐骧负责', weight: 'D' }])).toContain("'骐骧'");
	});

	it('a name of a single character and a word is one thing, in the text too', () => {
		expect(ask('南周村')[0]?.words).toBe("'南周村'");
		expect(vectorOf(segmenter, [{ text: '和南周村等三个村', weight: 'D' }])).toContain("'南周村'");
		expect(vectorOf(segmenter, [{ text: '北周村、南王村', weight: 'D' }])).not.toContain("'南周村'");
	});

	it('«县» before the name of an office is not asked for: texts cut it in either way', () => {
		expect(ask('县财政局')[0]?.words).toBe("'财政局'");
		expect(ask('县公安局')[0]?.words).toBe("('县公安局' | '公安局')");
		expect(ask('县')[0]?.words).toBe("'县'");
	});

	it('quotes make a phrase', () => {
		for (const typed of ['"一次性告知"', '“一次性告知”', '「一次性告知」'])
			expect(ask(typed)).toMatchObject([{ text: '一次性告知', phrase: true }]);
		expect(ask('“一次性告知” 补正')).toHaveLength(2);
	});

	it.each(['柳政发〔2026〕3号', '〔2026〕3 号', '柳政发[2026] 3号', '99990123A00000011X/2026-00012', '2026-00012'])(
		'%s is a number, not words',
		(typed) => {
			expect(ask(typed)).toMatchObject([{ words: null }]);
			expect(ask(typed)[0]?.grams).not.toBeNull();
		},
	);

	it.each(['', '   ', '的', '，。！', '""', '“', "'", '\\', '\u0000', '&|!():*<->'])(
		'%j asks nothing and breaks nothing',
		(typed) => {
			expect(ask(typed)).toEqual([]);
		},
	);

	it('takes no more than a line of text and a handful of words', () => {
		expect(ask('低保'.repeat(5000)).length).toBe(1);
		expect(ask(Array.from({ length: 50 }, (_, index) => `词${index}`).join(' ')).length).toBeLessThanOrEqual(8);
	});

	it('marks words and the whole term, longest first', () => {
		expect(parseQuestion(segmenter, '农村低保公示').marks).toEqual(['农村低保公示', '农村低保', '公示']);
	});
});

describe('extracts', () => {
	const text = `${'前文'.repeat(60)}，经公示无异议的，纳入农村低保范围。${'后文'.repeat(60)}`;
	const plain = (pieces: { text: string }[]) => pieces.map((piece) => piece.text).join('');

	it('are cut round the hits, which are marked', () => {
		const pieces = extractOf(text, ['农村低保', '公示'], 60);
		expect(pieces.filter(({ hit }) => hit).map((piece) => piece.text)).toEqual(['公示', '农村低保']);
		expect(plain(pieces)).toMatch(/^…/);
		expect(plain(pieces)).toMatch(/…$/);
		expect(plain(pieces).length).toBeLessThanOrEqual(62);
	});

	it('are the beginning when nothing is hit', () => {
		expect(plain(extractOf('第一句。第二句。', ['低保']))).toBe('第一句。第二句。');
		expect(extractOf('', ['低保'])).toEqual([]);
	});

	it('let the longer word win', () => {
		expect(markHits('农村低保', ['低保', '农村低保'])).toEqual([{ text: '农村低保', hit: true }]);
	});

	it('take a mark for what it is, not for a pattern', () => {
		expect(markHits('a.c abc (x)', ['a.c', '(x)']).filter(({ hit }) => hit)).toHaveLength(2);
		expect(markHits('abc', ['.*', '('])).toEqual([{ text: 'abc', hit: false }]);
	});

	it('keep every letter of the text', () => {
		expect(plain(markHits(text, ['公示', '低保', '的']))).toBe(text);
	});
});
