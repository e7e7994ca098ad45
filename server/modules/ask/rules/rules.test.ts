import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { Segmenter } from '../../../platform/search/index.ts';
import { draftIssues, publishIssues, questionIssues } from './entry.ts';
import { FACT_KINDS, factsAsked } from './facts.ts';
import { groundless, piecesSaid } from './grounded.ts';
import { Matters, officialIn, readMatters } from './matters.ts';
import { ANSWER_MEASURES, isElsewhere, lacksNeeded, measureAnswer, PASSAGE_MEASURES } from './measures.ts';
import { lacksParticular, numberedUntold, saidBesideValue, situationsUntold } from './particulars.ts';
import { piecesOf } from './passages.ts';
import { keyOf, readQuestion } from './question.ts';
import { bestOf, pieceRarity, rank, rarity, standingOf, sureness, weigh, weighHints } from './rank.ts';
import { ANSWER_TABLE, NEAR_TABLE, PASSAGE_TABLE } from './weights.ts';
import { EMPTY_WORDS, readAlike, readHints, takeWords } from './words.ts';

const textsOf = (name: string) => {
	const folder = fileURLToPath(new URL(`../${name}/`, import.meta.url));
	return readdirSync(folder).map((file) => readFileSync(`${folder}${file}`, 'utf8'));
};
const readBank = () => textsOf('matters').flatMap(readMatters);
const bank = new Matters(readBank());
const alike = readAlike(textsOf('words').join('\n'));
const hints = readHints(textsOf('hints').join('\n'));
const segmenter = new Segmenter(['柳溪镇']);
const dictionary = {
	cut: (text: string) => segmenter.cut(text).map((word) => word.text),
	kinds: (text: string) => segmenter.kinds(text),
	alike,
	hints,
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
		for (const word of [...alike.of.keys(), ...hints.of.keys()]) expect(word.trim()).not.toBe('');
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

describe('the matter of a question', () => {
	it.each([
		['推个小车卖早点，在哪登记', '食品摊贩'],
		['家里穷得揭不开锅，能不能吃低保', '低保'],
		['被老板辞退了，能领失业的钱吗', '失业'],
		['老人走了，丧葬费怎么领', '丧葬'],
	])('%s: %s', (question, word) => {
		const near = bank.nearest(question).slice(0, 3);
		expect(near.map(({ matter }) => [matter.name, ...matter.words].join(' ')).join('\n')).toContain(word);
	});

	it('is shared among what it may be, and is none where nothing is said of any', () => {
		const shares = bank.nearest('孩子上学').map(({ share }) => share);
		expect(shares).toEqual([...shares].sort((a, b) => b - a));
		expect(shares.reduce((sum, share) => sum + share, 0)).toBeLessThanOrEqual(1.000001);
		for (const nothing of ['', '？？？', 'abc 123', '🙂']) expect(bank.nearest(nothing)).toEqual([]);
	});

	it('is known in a title by its official words, and not in another', () => {
		const [welfare] = bank.nearest('吃低保');
		if (!welfare) throw new Error('no matter');
		expect(bank.inTitle(welfare.matter, '最低生活保障审核确认办事指南')).toBeGreaterThan(0.3);
		expect(bank.inTitle(welfare.matter, '城区停车收费标准')).toBeLessThan(0.1);
		expect(officialIn(welfare.matter, '农村低保和社会救助')).toBeGreaterThan(officialIn(welfare.matter, '停车收费'));
	});

	it('a word that is said of many matters is common, whatever papers say', () => {
		expect(bank.rarity('多少')).toBeLessThan(bank.rarity('骨灰'));
	});

	it('the bank is sound: every matter with its words and a dozen ways to speak of it, none twice', () => {
		const matters = readBank();
		expect(matters.length).toBeGreaterThan(500);
		expect(matters.filter(({ name, words, lines }) => !name || words.length < 2 || lines.length < 8)).toEqual([]);
		expect(new Set(matters.map(({ name }) => name)).size).toBe(matters.length);
	});

	it('of a broken bank is nothing, and breaks nothing', () => {
		expect(readMatters('')).toEqual([]);
		expect(readMatters('no matter at all\n# a note')).toEqual([]);
		const [matter] = readMatters('@ 某事\n怎么办某事\n\n# 注\n');
		expect(matter).toEqual({ name: '某事', words: [], lines: ['怎么办某事'] });
		expect(new Matters([]).nearest('低保')).toEqual([]);
	});
});

describe('how well a passage answers', () => {
	const corpus = [
		{ title: '低保办事指南', heading: '申请材料', body: '提交身份证、户口簿。' },
		{ title: '低保办事指南', heading: '办理时限', body: '30个工作日内办结。' },
		{ title: '低保标准的通知', heading: '', body: '农村低保每人每月640元。' },
		{ title: '高龄津贴须知', heading: '标准', body: '80周岁以上每人每月60元。' },
		{ title: '高龄津贴须知（旧）', heading: '标准', body: '80周岁以上每人每月40元。', ended: true },
		{ title: '游泳馆开放', heading: '', body: '每人每场15元。' },
		{ title: '公证收费', heading: '', body: '继承公证按照受益额收取。' },
	].map((one) => ({ ended: false, ...one }));
	const papers = [...new Set(corpus.map(({ title }) => title))].map((title) => {
		const passages = corpus.filter((one) => one.title === title);
		const text = passages.map(({ heading, body }) => `${heading}\n${body}`);
		return { title, whole: [title, ...text].join('\n'), passages };
	});
	const texts = corpus.map(({ title, heading, body }) => `${title}\n${heading}\n${body}`);
	const asked = (question: string) => {
		const { text, facts, terms, hints: meant } = read(question);
		const found = (ways: readonly string[]) => texts.filter((one) => ways.some((way) => one.includes(way))).length;
		return {
			...{ text, facts, bank, matters: bank.nearest(text), hints: weighHints(meant, texts) },
			terms: terms.map((term) => weigh(term, found(term.ways), texts.length)),
			letters: pieceRarity(text, texts, 1),
			pairs: pieceRarity(text, texts, 2),
		};
	};
	const ask = (question: string) => {
		const given = asked(question);
		const ranked = rank(given, papers);
		const best = bestOf(ranked);
		return { first: ranked[0]?.passage, standing: best ? standingOf(sureness(given, best)) : 'nothing' };
	};

	it.each([
		['低保一个月多少钱', '640元'],
		['低保要带什么材料', '户口簿'],
		['低保多久批下来', '30个工作日'],
		['游泳馆多少钱', '15元'],
	])('%s', (question, part) => {
		const { first, standing } = ask(question);
		expect(first?.body).toContain(part);
		expect(standing).toBe('answer');
	});

	it.each(['低保金能不能继承', '县城哪家火锅好吃', '想收养个孩子要什么条件', '?', '我'])(
		'%s: nothing answers, though a word may be there',
		(question) => {
			expect(ask(question).standing).not.toBe('answer');
		},
	);

	it('far from any paper nothing is shown either', () => {
		expect(ask('县城哪家火锅好吃').standing).toBe('nothing');
		expect(ask('？').standing).toBe('nothing');
	});

	it.each(['低保的电话是多少', '游泳馆在哪条路'])(
		'%s: a fact no passage of the paper tells is no answer',
		(question) => {
			expect(ask(question).standing).not.toBe('answer');
		},
	);

	it('a paper that shares a common word with a question alone has nothing to do with it', () => {
		const [paper] = papers;
		const term = (word: string, found: number, weight: number) => ({
			...{ word, ways: [word], kind: 'thing' as const, light: false, found, weight },
		});
		if (!paper) throw new Error('no paper');
		const common = term('提交', 90, 0.1);
		expect(isElsewhere({ terms: [term('公园', 2, 4), common], hints: [] }, paper)).toBe(true);
		expect(isElsewhere({ terms: [term('低保', 2, 4), common], hints: [] }, paper)).toBe(false);
		// A word no paper has says nothing of which paper it is about.
		expect(isElsewhere({ terms: [term('火锅', 0, 6), term('低保', 2, 4)], hints: [] }, paper)).toBe(false);
		expect(isElsewhere({ terms: [term('公园', 2, 4)], hints: [{ ways: ['户口簿'], weight: 1 }] }, paper)).toBe(false);
		expect(isElsewhere({ terms: [], hints: [] }, paper)).toBe(true);
	});

	it('what is valid is read before what is not', () => {
		expect(ask('高龄津贴的标准').first?.ended).toBe(false);
		expect(ask('高龄津贴每月多少钱').first?.body).toContain('60元');
	});

	it('every measure has a weight, and every weight its measure', () => {
		const given = asked('低保一个月多少钱');
		const ranked = rank(given, papers);
		const best = bestOf(ranked);
		expect(ranked[0]?.measures).toHaveLength(PASSAGE_MEASURES.length);
		expect(best && measureAnswer(given, best)).toHaveLength(ANSWER_MEASURES.length);
		for (const table of [PASSAGE_TABLE, ANSWER_TABLE, NEAR_TABLE])
			for (const weight of Object.values(table)) expect(Number.isFinite(weight)).toBe(true);
		expect(Object.keys(PASSAGE_TABLE).sort()).toEqual([...PASSAGE_MEASURES].sort());
		for (const table of [ANSWER_TABLE, NEAR_TABLE])
			expect(Object.keys(table).sort()).toEqual(['any', ...ANSWER_MEASURES].sort());
	});

	it('nobody is given an answer from no paper at all', () => {
		expect(rank(asked('低保'), [])).toEqual([]);
		expect(bestOf([])).toBe(null);
	});

	it('whose affair it is and how it is done is light, what it is about is not', () => {
		const light = (text: string, word: string) => read(text).terms.find((term) => term.word === word)?.light;
		expect(light('闺女要办护照', '闺女')).toBe(true);
		expect(light('骑电动车', '骑')).toBe(true);
		expect(light('给狗打针', '狗')).toBe(false);
		expect(light('闺女要办护照', '护照')).toBe(false);
	});

	it('a rare word is worth more', () => {
		expect(rarity(1, 1000)).toBeGreaterThan(rarity(500, 1000));
		expect(rarity(0, 0)).toBeGreaterThan(0);
	});
});

describe('words by other words', () => {
	it('as good as the same stand for each other; a hint leads from what people say to what papers say alone', () => {
		const same = readAlike('房本 不动产权证\n房本 房产证\n');
		expect(same.of.get('房本')).toEqual(['房本', '不动产权证', '房产证']);
		expect(same.of.get('房产证')).toEqual(['房产证', '房本']);
		const meant = readHints('失业保险金 失业金 | 下岗钱 没工作领的钱\n临时救助 | 下岗钱\n');
		expect(meant.of.get('下岗钱')).toEqual(['失业保险金', '失业金', '临时救助']);
		expect(meant.of.has('失业金')).toBe(false);
	});

	it('are taken longest first, none inside another, in the order of the text', () => {
		const words = readAlike('公租房\n租房补贴\n租房\n补贴\n');
		expect(takeWords('想问公租房和租房补贴，租房', words)).toEqual({
			words: ['公租房', '租房补贴', '租房'],
			rest: `想问${' '.repeat(3)}和${' '.repeat(4)}，${' '.repeat(2)}`,
		});
	});

	it('every hint has both sides, and names no matter by a word that asks', () => {
		for (const [word, ways] of hints.of) {
			expect(ways.length).toBeGreaterThan(0);
			expect(EMPTY_WORDS.has(word)).toBe(false);
		}
		expect(read('瘫了下不了床，有没有钱补').hints.flat()).toContain('失能');
	});
});

describe('facts', () => {
	it.each([
		['县图书馆电话多少', 'phone'],
		['城关镇的老年食堂在哪条街上', 'address'],
		['低保钱每个月几号到账', 'day'],
		['图书馆几点关门', 'clock'],
		['星期一图书馆开门不', 'weekday'],
		['这个归谁管', 'office'],
		['电费谁出', 'payer'],
		['能不能带狗进公园', 'may'],
	] as const)('%s: %s', (text, fact) => {
		expect(factsAsked(text)).toContain(fact);
	});

	it('are told by what is one, and by nothing that looks like it', () => {
		const tells = (fact: keyof typeof FACT_KINDS, text: string) => FACT_KINDS[fact].tells.test(text);
		expect(tells('phone', '0999-4218806')).toBe(true);
		expect(tells('phone', '拨打12315投诉')).toBe(true);
		expect(tells('phone', '自2026年1月1日起，由县民政局受理')).toBe(false);
		expect(tells('address', '城关镇东明路18号')).toBe(true);
		expect(tells('address', '由县人民医院评定')).toBe(false);
		expect(tells('day', '每季度末月20日前打入')).toBe(true);
		expect(tells('day', '每人每月60元')).toBe(false);
	});
});

describe('what is asked more narrowly than a kind of fact', () => {
	const lacks = (question: string, body: string) =>
		lacksParticular(question, { passages: [{ title: '清溪县某事办法', heading: '', body, ended: false }] });

	it.each([
		['贷款的利率是多少', '最高贷款20万元,期限3年。', '按照年利率2.6%放款。'],
		['补贴每个月几号打到卡上', '每人每月300元,2026年4月底前补发到位。', '每月15日前打入惠民卡。'],
		['一共要打几针', '每只收费18元。', '全程接种2剂。'],
		['一个组要几个人', '每组补助800元。', '每组不少于5人。'],
		['满几岁能领', '每月发放90元。', '年满70周岁的可以领取。'],
		['一平方补多少', '每户补助9000元。', '每平方米补助60元。'],
		['租一个月多少钱', '每次5元。', '每月120元。'],
		['存放每年收多少', '首年四项费用全部免除。', '每年收取80元。'],
		['摆摊每天收多少', '每月收取45元。', '每天2元。'],
		['疫苗一针多少钱', '每人收费30元。', '每剂30元。'],
		['发到哪个银行', '由乡镇民政所发放。', '发至农村信用社账户。'],
		['有没有申请书的样本', '提交申请书。', '样本在窗口领取。'],
		['培训要上多少天', '每班30人。', '每期15天。'],
		['几个月能拿到', '有效期5年。', '3个月内发放。'],
		['鉴定的钱谁来付', '由县里组织鉴定。', '鉴定费由申请人承担。'],
		['要带什么证件', '向乡镇提出申请。', '携带身份证。'],
		['几点开门', '周一闭馆。', '9:00开馆。'],
		['末班车到什么时候', '票价1元。', '末班20:30。'],
	])('%s: not told by «%s», told by «%s»', (question, another, told) => {
		expect(lacks(question, another)).toBe(true);
		expect(lacks(question, told)).toBe(false);
	});

	it('is asked by nothing that only looks like it', () => {
		expect(lacks('清溪逢哪几天赶场', '农历三、六、九赶集。')).toBe(false);
		expect(lacks('跑了几趟都没办成,找哪里反映', '拨打热线反映。')).toBe(false);
		expect(lacks('材料送到哪个窗口', '由人社局受理。')).toBe(false);
	});

	it('is no answer, however well the paper fits', () => {
		const passages = [{ title: '清溪县助学贷款', heading: '', body: '还款期限为22年。', ended: false }];
		const paper = { title: '清溪县助学贷款', whole: '清溪县助学贷款\n还款期限为22年。', passages };
		expect(lacksNeeded({ facts: ['money'], text: '助学贷款利率多少' }, paper)).toBe(true);
		expect(lacksNeeded({ facts: ['length'], text: '助学贷款多久还清' }, paper)).toBe(false);
		expect(lacksNeeded({ facts: [], text: '一中的助学贷款怎么还' }, paper)).toBe(true);
	});

	it('what befell somebody is told in the words of papers, or not', () => {
		const untold = (question: string, whole: string) => situationsUntold(question, { whole });
		expect(untold('优待卡弄丢了怎么办', '凭身份证申领优待卡。')).toBe(1);
		expect(untold('优待卡弄丢了怎么办', '优待卡遗失的,到窗口补领。')).toBe(0);
		expect(untold('证过期了还能退钱吗', '凭证领取。')).toBe(2);
		expect(untold('退伍军人怎么登记', '凭身份证登记。')).toBe(0);
	});

	it('another number is another thing', () => {
		const untold = (question: string, whole: string) => numberedUntold(question, { whole });
		expect(untold('9路车几点收班', '1路、3路')).toBe(1);
		expect(untold('3路车几点收班', '1路、3路')).toBe(0);
		expect(untold('第五小学招哪片', '第一小学招收东街。')).toBe(1);
		expect(untold('一级残疾补多少', '一级每月110元。')).toBe(0);
		expect(untold('过马路', '')).toBe(0);
	});

	it('stands beside its value, or farther off', () => {
		const terms = read('食堂套餐').terms.map((term) => weigh(term, 1, 100));
		const beside = (facts: Parameters<typeof saidBesideValue>[1], ...bodies: string[]) =>
			saidBesideValue(terms, facts, bodies, () => 1);
		expect(terms.length).toBeGreaterThan(0);
		expect(beside(['money'], '食堂套餐每份12元。')).toBe(1);
		expect(beside(['money'], '食堂有套餐供应。停车每次5元。')).toBe(0);
		expect(beside(['how'], '食堂有套餐供应。')).toBe(1);
		expect(beside(['money'], '食堂有套餐供应。')).toBe(0);
		expect(saidBesideValue([], ['money'], ['每份12元'], () => 1)).toBe(1);
		expect(saidBesideValue([], ['money'], ['有供应'], () => 1)).toBe(0);
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
