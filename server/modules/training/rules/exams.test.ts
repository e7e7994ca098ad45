import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SHIPPED_QUESTIONS } from '../bank/shipped.ts';
import type { Question, Quota } from '../model.ts';
import { drawPaper, fits, randomOf, shortQuotas, shuffled } from './drawing.ts';
import { announceIssues, type ExamInput, examIssues, poolOf } from './exam.ts';
import { markPaper, verdictOf } from './marking.ts';
import { questionIssues, questionWords } from './question.ts';
import { judgeRows, type QuestionField } from './question-rows.ts';
import { dueOf, isOver, mayReview, windowOf, withoutAnswer } from './sitting.ts';
import { byArticle } from './statistics.ts';

const question = (key: string, change: Partial<Question> = {}): Question => ({
	...{ key, kind: 'single', article: 26, level: 1, text: `题目${key}怎样`, options: ['甲', '乙', '丙'], answer: [1] },
	...{ why: '条例第二十六条。' },
	...change,
});

describe('the questions that come with the product', () => {
	it('are at least 120, each sound, with its article and why, none twice', () => {
		expect(SHIPPED_QUESTIONS.length).toBeGreaterThanOrEqual(120);
		for (const one of SHIPPED_QUESTIONS) expect(questionIssues(one), one.key).toEqual([]);
		expect(new Set(SHIPPED_QUESTIONS.map(({ key }) => key)).size).toBe(SHIPPED_QUESTIONS.length);
		expect(new Set(SHIPPED_QUESTIONS.map(({ text }) => questionWords(text))).size).toBe(SHIPPED_QUESTIONS.length);
	});

	it('name in the explanation the article they rest on', () => {
		const digits = '零一二三四五六七八九';
		const chinese = (n: number) => {
			const [tens, ones] = [Math.floor(n / 10), n % 10];
			return `${tens > 1 ? digits[tens] : ''}${tens > 0 ? '十' : ''}${ones > 0 ? digits[ones] : ''}`;
		};
		for (const { key, why, article } of SHIPPED_QUESTIONS) {
			expect(why.includes(`第${chinese(article)}条`), `${key} ${why}`).toBe(true);
		}
	});

	it('do not tell their answer by its place or its word', () => {
		const places = new Map<number, number>();
		for (const { kind, answer } of SHIPPED_QUESTIONS)
			if (kind === 'single') places.set(answer[0] ?? 0, (places.get(answer[0] ?? 0) ?? 0) + 1);
		for (const [place, count] of places) expect(count, `place ${place}`).toBeLessThan(30);
		const judged = SHIPPED_QUESTIONS.filter(({ kind }) => kind === 'judge');
		const wrong = judged.filter(({ answer }) => answer[0] === 1).length;
		expect(wrong * 3).toBeGreaterThan(judged.length);
	});
});

describe('marking', () => {
	const multiple = question('M', { kind: 'multiple', answer: [0, 2] });

	it.each([
		[[0, 2], 'right'],
		[[2, 0, 0], 'right'],
		[[0], 'partly'],
		[[0, 1, 2], 'wrong'],
		[[0, 1], 'wrong'],
		[[], 'blank'],
	] as const)('of several right ones, %j is %s', (given, verdict) => {
		expect(verdictOf(multiple, given)).toBe(verdict);
	});

	it('takes one choice of one, and no more', () => {
		expect(verdictOf(question('S'), [1])).toBe('right');
		expect(verdictOf(question('S'), [1, 2])).toBe('wrong');
	});

	it('weighs, scales to a hundred, and never rounds anybody over the line', () => {
		const paper = [question('A'), question('B'), multiple];
		expect(markPaper(paper, { A: [1], B: [1], M: [0, 2] }).score).toBe(100);
		expect(markPaper(paper, { A: [1], M: [0] }).score).toBe(50);
		expect(markPaper([question('A'), question('B'), question('C')], { A: [1], B: [1] }).score).toBe(66.6);
		expect(markPaper(paper, { X: [1] })).toMatchObject({ score: 0, right: 0, total: 3 });
		expect(markPaper([], {}).score).toBe(0);
	});

	it('lies between nothing and a hundred, and more right answers never score less', () => {
		fc.assert(
			fc.property(fc.array(fc.subarray([0, 1, 2]), { minLength: 1, maxLength: 20 }), (given) => {
				const paper = given.map((_, at) =>
					question(`Q${at}`, at % 2 === 0 ? {} : { kind: 'multiple', answer: [0, 2] }),
				);
				const answers = Object.fromEntries(given.map((places, at) => [`Q${at}`, places]));
				const { score } = markPaper(paper, answers);
				const better = markPaper(paper, { ...answers, Q0: [1] }).score;
				return score >= 0 && score <= 100 && better >= score;
			}),
		);
	});
});

describe('drawing', () => {
	const quotas: Quota[] = [
		{ kind: 'single', level: 1, from: 1, to: 56, count: 10 },
		{ kind: 'single', level: 0, from: 27, to: 45, count: 10 },
		{ kind: 'judge', level: 0, from: 1, to: 26, count: 6 },
	];

	it('gives the same paper for the same seed whatever the order of the bank, and another for another', () => {
		const paper = drawPaper(quotas, SHIPPED_QUESTIONS, 'a');
		expect(drawPaper(quotas, [...SHIPPED_QUESTIONS].reverse(), 'a')).toEqual(paper);
		expect(drawPaper(quotas, SHIPPED_QUESTIONS, 'b')).not.toEqual(paper);
		expect(shuffled([1, 2, 3, 4, 5], 'x')).toEqual(shuffled([1, 2, 3, 4, 5], 'x'));
		expect(randomOf('x')()).toBeLessThan(1);
	});

	it('never runs dry and takes none twice where no quota was called short, for any seed', () => {
		expect(shortQuotas(quotas, SHIPPED_QUESTIONS)).toEqual([]);
		fc.assert(
			fc.property(fc.string(), (seed) => {
				const keys = drawPaper(quotas, SHIPPED_QUESTIONS, seed);
				return keys.length === 26 && new Set(keys).size === 26;
			}),
			{ numRuns: 50 },
		);
	});

	it('sees that two quotas want the same few questions', () => {
		const pool = ['A', 'B', 'C'].map((key) => question(key));
		const quota = { kind: 'single', level: 0, from: 26, to: 26, count: 2 } as const;
		expect(shortQuotas([quota], pool)).toEqual([]);
		expect(shortQuotas([quota, quota], pool)).toEqual([0, 1]);
		expect(fits({ ...quota, from: 27 }, question('A'))).toBe(false);
	});
});

const EXAM: ExamInput = {
	...{ title: '季度测试', note: '', mode: 'fixed', chosen: ['A'], quotas: [], offices: [], minutes: 30, passMark: 60 },
	...{ opensAt: new Date('2026-06-01T01:00:00Z'), closesAt: new Date('2026-06-01T03:00:00Z'), tries: 2, sealed: false },
};
const now = new Date('2026-06-01T01:30:00Z');

describe('an exam as it is announced', () => {
	const keys = (change: Partial<ExamInput>, at = now) =>
		announceIssues({ ...EXAM, ...change }, [question('A')], at).map(({ key }) => key);

	it('has a title, a window that is to come and room for its minutes, and questions that are there', () => {
		expect(keys({})).toEqual([]);
		expect(keys({ title: ' ' })).toEqual(['exam.title']);
		expect(keys({ closesAt: EXAM.opensAt })).toContain('exam.window');
		expect(keys({}, new Date('2026-06-01T03:00:00Z'))).toEqual(['exam.past']);
		expect(keys({ minutes: 121 })).toEqual(['exam.short']);
		expect(keys({ chosen: [] })).toEqual(['exam.chosen']);
		expect(keys({ chosen: ['A', 'gone'] })).toEqual(['exam.gone']);
		expect(keys({ mode: 'random' })).toEqual(['exam.quotas']);
	});

	it('says which range is upside down', () => {
		const quotas: Quota[] = [{ kind: 'single', level: 0, from: 9, to: 3, count: 1 }];
		expect(examIssues({ ...EXAM, mode: 'random', quotas })[0]?.field).toBe('quotas.0.to');
	});

	it('keeps the questions it may ask and no other', () => {
		const bank = [question('A'), question('B', { article: 1 })];
		expect(poolOf(EXAM, bank).map(({ key }) => key)).toEqual(['A']);
		const quotas: Quota[] = [{ kind: 'single', level: 0, from: 1, to: 9, count: 1 }];
		expect(poolOf({ ...EXAM, mode: 'random', quotas }, bank).map(({ key }) => key)).toEqual(['B']);
	});
});

describe('time and secrecy', () => {
	it('lies open from its first moment to before its last', () => {
		expect(windowOf(EXAM, new Date('2026-06-01T00:59:59Z'))).toBe('before');
		expect(windowOf(EXAM, EXAM.opensAt)).toBe('open');
		expect(windowOf(EXAM, EXAM.closesAt)).toBe('after');
	});

	it('ends a try by its minutes, by its window, or by handing in', () => {
		expect(dueOf(EXAM, now)).toEqual(new Date('2026-06-01T02:00:00Z'));
		expect(dueOf(EXAM, new Date('2026-06-01T02:50:00Z'))).toEqual(EXAM.closesAt);
		const dueAt = new Date('2026-06-01T02:00:00Z');
		expect(isOver({ submittedAt: null, dueAt }, now)).toBe(false);
		expect(isOver({ submittedAt: null, dueAt }, dueAt)).toBe(true);
		expect(isOver({ submittedAt: now, dueAt }, now)).toBe(true);
	});

	it.each([
		['nothing taken', { tries: 0, passed: false, running: false }, {}, false],
		['one of two failed', { tries: 1, passed: false, running: false }, {}, false],
		['passed', { tries: 1, passed: true, running: false }, {}, true],
		['all tries used', { tries: 2, passed: false, running: false }, {}, true],
		['passed before, and running again', { tries: 2, passed: true, running: true }, {}, false],
		['passed, but sealed', { tries: 1, passed: true, running: false }, { sealed: true }, false],
	] as const)('shows right answers with %s: %#', (_, own, change, shown) => {
		expect(mayReview({ ...EXAM, ...change }, own, now)).toBe(shown);
		if (own.tries > 0 && !own.running) expect(mayReview({ ...EXAM, ...change }, own, EXAM.closesAt)).toBe(true);
	});

	it('shows a question with nothing that tells its answer', () => {
		expect(Object.keys(withoutAnswer(question('A'))).sort()).toEqual(['key', 'kind', 'options', 'text']);
	});
});

describe('which article is known worst', () => {
	it('comes first; half right is not known', () => {
		const questions = [
			question('A'),
			question('B', { article: 33 }),
			question('M', { kind: 'multiple', answer: [0, 2], article: 33 }),
		];
		const rows = byArticle([{ officeId: 1, questions, answers: { A: [1], B: [1], M: [0] } }]);
		expect(rows).toEqual([
			{ article: 33, asked: 2, right: 1, share: 50 },
			{ article: 26, asked: 1, right: 1, share: 100 },
		]);
		expect(byArticle([])).toEqual([]);
	});
});

describe('a question', () => {
	const fields = (change: Partial<Question>) => questionIssues(question('A', change)).map(({ field }) => field);

	it('is refused beside what is wrong with it', () => {
		expect(fields({})).toEqual([]);
		expect(fields({ text: '短' })).toEqual(['text']);
		expect(fields({ options: ['甲', '甲'] })).toEqual(['options']);
		expect(fields({ answer: [3] })).toEqual(['answer']);
		expect(fields({ answer: [0, 1] })).toEqual(['answer']);
		expect(fields({ kind: 'multiple', answer: [0] })).toEqual(['answer']);
		expect(fields({ kind: 'judge' })).toEqual(['options']);
		expect(fields({ article: 57 })).toEqual(['article']);
		expect(fields({ article: 1.5 })).toEqual(['article']);
		expect(fields({ why: '' })).toEqual(['why']);
	});

	const ROW: Record<QuestionField, string> = {
		...{ kind: '单选题', text: '主动公开的期限是多久', a: '20个工作日', b: '一年', c: '', d: '', e: '', f: '' },
		...{ answer: 'Ａ', article: '第26条', level: '基础', why: '条例第二十六条。' },
	};
	const judged = (change: Partial<Record<QuestionField, string>>, known = new Set<string>()) =>
		judgeRows([{ row: 2, values: { ...ROW, ...change } }], known)[0];

	it('is read from a row as people type it', () => {
		expect(judged({})).toMatchObject({ issues: [], question: { answer: [0], article: 26, level: 1 } });
		expect(judged({ kind: '多选题', answer: 'b、a' })?.question.answer).toEqual([0, 1]);
		expect(judged({ kind: '判断题', answer: '错误', a: '', b: '' })).toMatchObject({
			issues: [],
			question: { answer: [1] },
		});
	});

	it('is refused in a row for what is blank, unknown, skipped or there already', () => {
		const keys = (change: Partial<Record<QuestionField, string>>) => judged(change)?.issues.map(({ key }) => key);
		expect(keys({ answer: '' })).toEqual(['question.letters']);
		expect(keys({ answer: 'D' })).toEqual(['question.answer']);
		expect(keys({ kind: '问答题' })).toContain('question.kind');
		expect(keys({ b: '', c: '一年' })).toContain('question.gap');
		expect(keys({ article: '' })).toEqual(['question.article']);
		expect(judged({}, new Set([questionWords(ROW.text)]))?.issues[0]?.key).toBe('question.same');
		const twice = judgeRows(
			[2, 3].map((row) => ({ row, values: ROW })),
			new Set(),
		);
		expect(twice.map(({ issues }) => issues.map(({ key }) => key))).toEqual([[], ['question.twin']]);
	});
});
