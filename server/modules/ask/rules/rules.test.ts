import { describe, expect, it } from 'vitest';
import { Segmenter } from '../../../platform/search/index.ts';
import { draftIssues, publishIssues, questionIssues } from './entry.ts';
import { FACT_KINDS } from './facts.ts';
import { groundless, piecesSaid } from './grounded.ts';
import { piecesOf } from './passages.ts';
import { keyOf, readQuestion } from './question.ts';
import { ENOUGH, letterRarity, rarity, scoreOf, weigh } from './rank.ts';
import { ALIKE_OF, EMPTY_WORDS } from './words.ts';

const segmenter = new Segmenter(['柳溪镇']);
const dictionary = {
	cut: (text: string) => segmenter.cut(text).map((word) => word.text),
	kinds: (text: string) => segmenter.kinds(text),
};
const read = (text: string) => readQuestion(text, dictionary);
const wordsOf = (text: string) => read(text).terms.map(({ word }) => word);
const toText = (markup: string) => markup.replace(/<\/(?:p|h2|tr)>/g, '\n').replace(/<[^>]*>/g, '');
const pieces = (markup: string) => piecesOf(markup, toText);

describe('a text cut into passages', () => {
	it('keeps a paragraph under its heading, by markup or by its looks', () => {
		const long = '申请人应当提交身份证、户口簿和家庭经济状况核对授权书。';
		expect(
			pieces(`<h2>材料</h2><p>${long}</p><p>二、办理时限</p><p>自受理之日起三十个工作日内作出决定并且告知。</p>`),
		).toEqual([
			{ heading: '材料', body: long },
			{ heading: '二、办理时限', body: '自受理之日起三十个工作日内作出决定并且告知。' },
		]);
	});

	it('puts an answer under its question', () => {
		expect(pieces('<p>问：哪些人可以贷？</p><p>答：脱贫户。</p>')).toEqual([
			{ heading: '哪些人可以贷？', body: '答：脱贫户。' },
		]);
	});

	it('takes short lines together, and never more than can be read', () => {
		expect(pieces('<p>电话：0999-1</p><p>地址：东街</p>')).toEqual([{ heading: '', body: '电话：0999-1\n地址：东街' }]);
		const rows = Array.from({ length: 500 }, (_, at) => `<tr>第${at}户　一百元</tr>`).join('');
		expect(Math.max(...pieces(rows).map(({ body }) => body.length))).toBeLessThan(400);
	});

	it('cuts a long paragraph at sentences, and one that never ends all the same', () => {
		const parts = pieces(`<p>${'这一句有二十个字左右用来凑成一个长段落。'.repeat(40)}</p>`);
		for (const { body } of parts) expect(body).toMatch(/。$/);
		expect(Math.max(...pieces(`<p>${'名'.repeat(5000)}</p>`).map(({ body }) => body.length))).toBeLessThanOrEqual(320);
	});

	it('makes nothing of nothing', () => {
		expect(pieces('')).toEqual([]);
		expect(pieces('<h2>只有标题</h2>')).toEqual([]);
	});
});

describe('a question', () => {
	it('is its matter and the fact it wants, not the words of asking', () => {
		expect(read('请问低保多少钱一个月')).toMatchObject({ facts: ['money'], terms: [{ word: '低保' }] });
		expect(read('低保多久能批下来').facts).toContain('length');
		expect(read('婚姻登记处在哪里').facts).toContain('place');
		expect(read('停水了打什么电话').facts).toContain('phone');
		expect(read('医保什么时候缴费').facts).toEqual(['time']);
		expect(read('申请低保要带什么').facts).toContain('papers');
	});

	it('knows what papers call a thing', () => {
		const [term] = read('低保').terms;
		expect(term?.ways).toEqual(expect.arrayContaining(['低保', '最低生活保障']));
	});

	it('keeps a name with its number together', () => {
		expect(wordsOf('第三小学的学区')).toContain('第三小学');
	});

	it.each(['', '？？？', '怎么办', '请问一下', '\u0000', "'); drop table", '🙂'.repeat(300), 'a'.repeat(5000)])(
		'%j breaks nothing',
		(text) => {
			expect(read(text).terms.length).toBeLessThanOrEqual(12);
		},
	);

	it('is the same question however it is written', () => {
		expect(keyOf('低保，怎么 申请？')).toBe(keyOf('低保怎么申请'));
	});

	it('has no word that is both empty and a matter', () => {
		for (const word of ALIKE_OF.keys()) expect(word.trim()).not.toBe('');
		expect(EMPTY_WORDS.has('低保')).toBe(false);
	});
});

describe('what a question names without asking for it', () => {
	const termsOf = (text: string) => read(text).terms.map(({ word }) => word);

	it('the kind of fact is no matter of its own, and is one where it is not what is asked', () => {
		expect(termsOf('开网约车要什么条件')).not.toContain('条件');
		expect(termsOf('证件丢了到哪里挂失')).toContain('证件');
	});

	it('a word of one character stands for all that mean the same', () => {
		const paid = read('医保今年交多少钱').terms.find(({ word }) => word === '交');
		expect(paid?.ways).toContain('缴费');
	});
});

describe('how well a passage answers', () => {
	const corpus = [
		{ title: '低保办事指南', heading: '申请材料', body: '提交身份证、户口簿。' },
		{ title: '低保办事指南', heading: '办理时限', body: '30个工作日内办结。' },
		{ title: '低保标准的通知', heading: '', body: '农村低保每人每月640元。' },
		{ title: '高龄津贴须知', heading: '标准', body: '80周岁以上每人每月60元。' },
		{ title: '游泳馆开放', heading: '', body: '每人每场15元。' },
		{ title: '公证收费', heading: '', body: '继承公证按照受益额收取。' },
	];
	const ask = (text: string) => {
		const { facts, terms } = read(text);
		const all = corpus.map((one) => ({ ...one, whole: `${one.title}\n${one.heading}\n${one.body}` }));
		const found = (ways: readonly string[]) =>
			all.filter(({ whole }) => ways.some((way) => whole.includes(way))).length;
		const scale = {
			facts,
			terms: terms.map((term) => weigh(term, found(term.ways), all.length)),
			letters: letterRarity(all.map(({ body }) => body)),
		};
		return all.map((one) => ({ ...one, ...scoreOf(scale, one) })).sort((a, b) => b.rank - a.rank);
	};

	it.each([
		['低保一个月多少钱', '640元'],
		['低保要带什么材料', '户口簿'],
		['低保多久批下来', '30个工作日'],
		['游泳馆多少钱', '15元'],
	])('%s', (question, part) => {
		expect(ask(question)[0]?.body).toContain(part);
		expect(ask(question)[0]?.coverage).toBeGreaterThanOrEqual(ENOUGH);
	});

	it.each(['低保金能不能继承', '县城哪家火锅好吃', '游泳馆有没有教练', '高龄津贴发到哪个银行', '?'])(
		'%s: nothing answers, though a word is there',
		(question) => {
			expect(Math.max(...ask(question).map(({ coverage }) => coverage))).toBeLessThan(ENOUGH);
		},
	);

	it('a fact that was asked for and is not told is no answer', () => {
		const [first] = ask('低保的电话是多少');
		expect(first?.coverage).toBeLessThan(1);
		expect(FACT_KINDS.phone.tells.test('0999-4218806')).toBe(true);
		expect(FACT_KINDS.phone.tells.test('2026年')).toBe(false);
	});

	it('of passages that speak of the matter alike, that of the paper on the matter is read first', () => {
		const [first] = ask('高龄津贴的标准');
		expect(first?.title).toBe('高龄津贴须知');
	});

	it('a turn of speech no paper has is worth less than a thing no paper has, a single character least', () => {
		const worth = (word: string, kind: 'thing' | 'deed' | 'other') =>
			weigh({ word, ways: [word], kind }, 0, 100).weight;
		expect(worth('张罗', 'deed')).toBeLessThan(worth('火锅', 'thing'));
		expect(worth('张罗', 'other')).toBeLessThan(worth('张罗', 'deed'));
		expect(worth('搞', 'deed')).toBeLessThan(worth('张罗', 'deed') / 2);
	});

	it('a rare word is worth more', () => {
		expect(rarity(1, 1000)).toBeGreaterThan(rarity(500, 1000));
		expect(rarity(0, 0)).toBeGreaterThan(0);
	});
});

describe('the words of a model', () => {
	const passages = ['低保标准为每人每月640元，自2026年1月1日起执行，电话0999-4218806。', '三十日内可以撤回。'];

	it.each([
		['农村低保每人每月640元[1]。', null],
		['三十日内可以撤回【2】。', null],
		['２０２６年1月1日起执行[1]', null],
		['农村低保每人每月640元。', 'uncited'],
		['每人每月640元[3]。', 'uncited'],
		['每人每月650元[1]。', 'figure'],
		['每人每月64元[1]。', 'figure'],
		['电话0999-4218807[1]。', 'figure'],
		['二十日内可以撤回[2]。', 'figure'],
		['三十日内[1]', 'figure'],
		['详见 https://example.com [1]', 'address'],
		['', 'empty'],
		[`${'话'.repeat(900)}[1]`, 'long'],
	])('%s → %s', (text, expected) => {
		expect(groundless(text, passages)).toBe(expected);
	});

	it('lead to their passages', () => {
		expect(piecesSaid('每月640元[1][2]。另见')).toEqual([
			{ text: '每月640元', cited: [1, 2] },
			{ text: '。另见', cited: [] },
		]);
	});
});

describe('an entry', () => {
	const sound = {
		question: '医保怎么激活',
		answer: '刷脸即可激活。',
		wordings: [],
		documentId: null,
		basis: '',
		validUntil: null,
	};
	const fields = (change: object, personal = '') =>
		publishIssues({ ...sound, ...change }, '2026-06-01', personal).map(({ field }) => field);

	it('is kept with little and shown with all', () => {
		expect(draftIssues({ ...sound, answer: '' })).toEqual([]);
		expect(fields({})).toEqual([]);
		expect(fields({ answer: '' })).toEqual(['answer']);
		expect(fields({ question: '啊' })).toEqual(['question']);
		expect(fields({ validUntil: '2026-05-31' })).toEqual(['validUntil']);
		expect(fields({ validUntil: '2026-06-01' })).toEqual([]);
		expect(fields({ wordings: Array.from({ length: 21 }, (_, at) => `问法${at}`) })).toEqual(['wordings']);
		expect(fields({}, '身份证号码')).toEqual(['answer']);
	});

	it('is asked for in a line', () => {
		expect(questionIssues('低')).toHaveLength(1);
		expect(questionIssues('低保')).toEqual([]);
		expect(questionIssues('低'.repeat(201))).toHaveLength(1);
	});
});
