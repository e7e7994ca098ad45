import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Answers, LEAST_ANSWERS, type Question, SCALE_TOP } from '../types.ts';
import { answerIssues, answersOf, answersTo, fieldOf } from './survey.ts';
import { heldBack, meanOf, satisfactionOf, tallyOf } from './tally.ts';

const question = (kind: Question['kind'], choices: string[] = [], required = false): Question => ({
	...{ kind, title: `问题${kind}`, required, choices },
});
const QUESTIONS = [
	question('scale', [], true),
	question('single', ['甲', '乙', '丙']),
	question('multiple', ['甲', '乙', '丙', '丁']),
	question('text'),
];

const given: fc.Arbitrary<Answers> = fc.record(
	{
		'0': fc.integer({ min: 1, max: SCALE_TOP }),
		'1': fc.integer({ min: 1, max: 3 }),
		'2': fc.uniqueArray(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 }),
		'3': fc.constantFrom('好', '公开再早些'),
	},
	{ requiredKeys: ['0'] },
);
const many = fc.array(given, { maxLength: 25 });

describe('what was answered, counted', () => {
	it('is what making strokes on paper gives, answer by answer', () => {
		fc.assert(
			fc.property(many, (answers) => {
				const strokes = new Map<string, number>();
				const stroke = (key: string) => strokes.set(key, (strokes.get(key) ?? 0) + 1);
				for (const one of answers)
					for (const [at, value] of Object.entries(one)) {
						stroke(`${at} answered`);
						for (const mark of [value].flat()) if (typeof mark === 'number') stroke(`${at} ${mark}`);
					}
				tallyOf(QUESTIONS, answers).forEach(({ answered, counts, kind }, at) => {
					expect(answered).toBe(strokes.get(`${at} answered`) ?? 0);
					expect(counts.map(({ count }) => count)).toEqual(counts.map((_, n) => strokes.get(`${at} ${n + 1}`) ?? 0));
					if (kind === 'text') expect(counts).toEqual([]);
				});
			}),
		);
	});

	it('shows no word that somebody wrote', () => {
		const shown = JSON.stringify(tallyOf(QUESTIONS, [{ '0': 3, '3': '窗口人员态度不好，我叫王小雨' }]));
		expect(shown).not.toContain('王小雨');
	});

	it('has a mean within a hundredth of the exact one, half up, and none of nothing', () => {
		expect(meanOf([])).toBeNull();
		expect([meanOf([1, 2]), meanOf([3, 3, 4]), meanOf([1, 1, 2])]).toEqual([1.5, 3.33, 1.33]);
		fc.assert(
			fc.property(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 60 }), (marks) => {
				const sum = marks.reduce((all, mark) => all + BigInt(mark), 0n);
				const n = BigInt(marks.length);
				// floor((2·100·sum + n) / 2n): half up in whole numbers.
				const hundredths = (200n * sum + n) / (2n * n);
				expect(BigInt(Math.round((meanOf(marks) ?? 0) * 100))).toBe(hundredths);
			}),
		);
	});

	it('says nothing of satisfaction while fewer than five answered', () => {
		const answers = Array.from({ length: LEAST_ANSWERS }, (): Answers => ({ '0': 4 }));
		expect(satisfactionOf(QUESTIONS, answers)).toBe(4);
		expect(satisfactionOf(QUESTIONS, answers.slice(1))).toBeNull();
	});
});

describe('what is kept back so that nobody is found out', () => {
	const group = (name: string, answers: number) => ({ name, answers });
	const held = (...groups: [string, number][]) =>
		[...heldBack(groups.map(([name, answers]) => group(name, answers)))].map(({ name }) => name).sort();

	it('is every group of fewer than five', () => {
		expect(held(['a', 5], ['b', 3], ['c', 2])).toEqual(['b', 'c']);
		expect(held(['a', 5], ['b', 0])).toEqual([]);
	});

	it('is the next smallest too where the whole less the others would tell of so few', () => {
		expect(held(['a', 5], ['b', 1])).toEqual(['a', 'b']);
		expect(held(['a', 9], ['b', 4], ['c', 7])).toEqual(['b', 'c']);
		expect(held(['a', 1])).toEqual(['a']);
	});

	it('leaves no difference between the whole and what is shown that fewer than five gave', () => {
		const sizes = fc.array(fc.integer({ min: 0, max: 12 }), { maxLength: 8 });
		fc.assert(
			fc.property(sizes, (list) => {
				const groups = list.map((answers, at) => group(String(at), answers));
				const kept = heldBack(groups);
				const hidden = [...kept].reduce((sum, { answers }) => sum + answers, 0);
				const shown = groups.filter((one) => one.answers > 0 && !kept.has(one));
				for (const { answers } of shown) expect(answers).toBeGreaterThanOrEqual(LEAST_ANSWERS);
				// Either nothing is hidden, or so much that its mean is nobody's; or nothing is shown beside the whole.
				expect(hidden === 0 || hidden >= LEAST_ANSWERS || shown.length === 0).toBe(true);
			}),
		);
	});

	it('holds against whoever takes the shown means from the mean of all', () => {
		const answers = fc.array(
			fc.record({ office: fc.integer({ min: 1, max: 3 }), mark: fc.integer({ min: 1, max: 5 }) }),
			{
				maxLength: 30,
			},
		);
		fc.assert(
			fc.property(answers, (all) => {
				const groups = [1, 2, 3].map((office) => ({
					office,
					answers: all.filter((one) => one.office === office).length,
				}));
				const kept = heldBack(groups);
				// What an attacker knows after subtracting: the sum of marks of the hidden ones, and how many these are.
				const rest = all.filter(({ office }) => [...kept].some((one) => one.office === office));
				const isEverything = rest.length === all.length;
				if (rest.length > 0 && !isEverything) expect(rest.length).toBeGreaterThanOrEqual(LEAST_ANSWERS);
			}),
		);
	});
});

describe('a posted form', () => {
	const read = (form: Record<string, string>) => answersOf(QUESTIONS, form);
	const issues = (form: Record<string, string>) => answerIssues(QUESTIONS, read(form)).map(({ field }) => field);

	it('is read question by question, what was left empty is left out', () => {
		expect(read({ q1: '5', q2: '', 'q3-2': 'on', 'q3-4': 'on', q4: ' 好 ' })).toEqual({
			'0': 5,
			'2': [2, 4],
			'3': '好',
		});
	});

	it.each(['0', '6', '3.5', '-1', 'NaN', 'Infinity', '1e1', 'constructor', '五', '3; drop table survey_answer'])(
		'with the mark %j is refused beside its question',
		(q1) => expect(issues({ q1 })).toEqual([fieldOf(0)]),
	);

	it.each(['4', '0', 'x'])('with the choice %j of three is refused', (q2) => {
		expect(issues({ q1: '3', q2 })).toEqual([fieldOf(1)]);
	});

	it('without what has to be answered is refused, with a story of 501 characters too', () => {
		expect(issues({})).toEqual([fieldOf(0)]);
		expect(issues({ q1: '3', q4: '长'.repeat(500) })).toEqual([]);
		expect(issues({ q1: '3', q4: '长'.repeat(501) })).toEqual([fieldOf(3)]);
	});

	it('keeps no answer to a question that was not asked', () => {
		expect(answersTo(QUESTIONS, { '0': 1, '7': 3, constructor: 1 } as Answers)).toEqual({ '0': 1 });
	});

	it('is never both taken and out of range, whatever is posted', () => {
		const name = fc.constantFrom('q1', 'q2', 'q3', 'q4', 'q3-1', 'q3-9', 'q9', '__proto__');
		const value = fc.oneof(fc.string({ maxLength: 6 }), fc.constantFrom('1', '5', '6', '0', 'on'));
		fc.assert(
			fc.property(fc.dictionary(name, value), (form) => {
				const answers = read(form);
				if (answerIssues(QUESTIONS, answers).length > 0) return;
				expect(Number(answers['0'])).toBeGreaterThanOrEqual(1);
				expect(Number(answers['0'])).toBeLessThanOrEqual(SCALE_TOP);
				for (const place of (answers['2'] as number[] | undefined) ?? []) expect(place).toBeLessThanOrEqual(4);
			}),
			{ numRuns: 300 },
		);
	});
});
