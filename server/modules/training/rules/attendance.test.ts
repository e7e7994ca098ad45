import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RATING_ITEMS, RATINGS_SHOWN_FROM } from '../model.ts';
import { judgePeople, placedRows } from './people-rows.ts';
import { judgeRows, OPTION_FIELDS, type QuestionField } from './question-rows.ts';
import { peopleIssues, summarised } from './training.ts';

const OFFICES = new Map([
	['柳溪镇', 1],
	['柳溪镇人民政府', 1],
	['石桥镇', 2],
]);
const door = (values: Partial<Record<'office' | 'name' | 'position' | 'attended', string>>) =>
	judgePeople(
		[{ row: 2, values: { office: '柳溪镇', name: '林晓', position: '', attended: '是', ...values } }],
		OFFICES,
	);

describe('a row of the list from the door', () => {
	it.each(['', ' ', '来了', '1', 'true', 'constructor', '__proto__', 'toString', 'hasOwnProperty', '是\u0000'])(
		'with %j for whether they came is refused beside it, and ticks nobody',
		(attended) => {
			const [row] = door({ attended });
			expect(row?.issues.map(({ field }) => field)).toEqual(['attended']);
			expect(row?.attended).toBe(false);
		},
	);

	it.each([
		['', 'name'],
		['一', 'name'],
		['名'.repeat(31), 'name'],
	])('with the name %j is refused', (name, field) => {
		expect(door({ name })[0]?.issues.map((one) => one.field)).toEqual([field]);
	});

	it('of an office that was not asked, or of none, is refused', () => {
		for (const office of ['', '县水务局', 'constructor', '柳溪'])
			expect(door({ office })[0]?.issues[0]?.key, office).toBe('person.office');
	});

	it('counts characters as people do: two rare ones are a name', () => {
		expect(door({ name: '𠮷𠮷' })[0]?.issues).toEqual([]);
	});
});

describe('whom a row means', () => {
	const known = (...list: [number, string, string][]) =>
		list.map(([officeId, name, position], at) => ({ id: at + 1, officeId, name, position }));
	const row = (name: string, position = '', officeId = 1) => ({ officeId, name, position });
	const ids = (rows: ReturnType<typeof row>[], list: ReturnType<typeof known>) =>
		placedRows(rows, list).map((one) => one?.id);

	it('is who has the name and the position, whatever the order', () => {
		const list = known([1, '林晓', '主任'], [1, '林晓', '干事']);
		expect(ids([row('林晓', '干事'), row('林晓', '主任')], list)).toEqual([2, 1]);
	});

	it('is the only one of the name where the position was left out on either side', () => {
		expect(ids([row('林晓', '主任')], known([1, '林晓', '']))).toEqual([1]);
		expect(ids([row('林晓')], known([1, '林晓', '主任']))).toEqual([1]);
	});

	it('is never one person for two rows: two of one name are two heads (13.3 counts heads)', () => {
		expect(ids([row('林晓', '主任'), row('林晓', '干事')], known([1, '林晓', '']))).toEqual([1, undefined]);
		expect(ids([row('林晓', '干事'), row('林晓')], known([1, '林晓', '']))).toEqual([undefined, 1]);
	});

	it('is another where both say a position and these differ, unless the name is nobody else’s', () => {
		expect(ids([row('林晓', '副主任')], known([1, '林晓', '主任']))).toEqual([1]);
		expect(ids([row('林晓', '副主任'), row('林晓', '干事')], known([1, '林晓', '主任']))).toEqual([
			undefined,
			undefined,
		]);
		expect(ids([row('林晓', '干事'), row('林晓', '副主任')], known([1, '林晓', '主任'], [1, '林晓', '干事']))).toEqual([
			2,
			undefined,
		]);
	});

	it('is nobody among several of the name without the position, nor anybody of another office', () => {
		expect(ids([row('林晓', '副主任')], known([1, '林晓', '主任'], [1, '林晓', '干事']))).toEqual([undefined]);
		expect(ids([row('林晓', '', 2)], known([1, '林晓', '']))).toEqual([undefined]);
	});

	it('gives as many heads as there were rows, and each person at most one row', () => {
		const person = fc.record({
			officeId: fc.constantFrom(1, 2),
			name: fc.constantFrom('林晓', '苏禾'),
			position: fc.constantFrom('', '主任', '干事'),
		});
		const unlike = { selector: (one: { officeId: number; name: string; position: string }) => JSON.stringify(one) };
		fc.assert(
			fc.property(fc.uniqueArray(person, unlike), fc.uniqueArray(person, unlike), (rows, list) => {
				const placed = placedRows(rows, list);
				const old = placed.filter((one) => one !== undefined);
				expect(placed).toHaveLength(rows.length);
				expect(new Set(old).size).toBe(old.length);
				placed.forEach((one, at) => {
					const given = rows[at];
					if (one) expect([one.officeId, one.name]).toEqual([given?.officeId, given?.name]);
					// Who is new does not stand on the list with the same three: it would be written twice.
					else expect(list).not.toContainEqual(given);
				});
				// The same sheet once more means everybody who is there by now, and makes nobody new.
				const now = [...list, ...rows.filter((_, at) => placed[at] === undefined)];
				expect(placedRows(rows, now)).not.toContain(undefined);
			}),
		);
	});
});

describe('people put on a list by hand', () => {
	it('are told apart as the database tells them: name and position without the blanks around', () => {
		const person = (name: string, position = '') => ({ name, position, personId: null });
		const fields = (people: ReturnType<typeof person>[], known: { name: string; position: string }[] = []) =>
			peopleIssues(people, known).map(({ field }) => field);
		expect(fields([person('林晓'), person(' 林晓 ')])).toEqual(['people.1.name']);
		expect(fields([person('林晓', '主任'), person('林晓', '干事')])).toEqual([]);
		expect(fields([person('林晓', ' 主任')], [{ name: '林晓', position: '主任' }])).toEqual(['people.0.name']);
		// No two that differ are taken for one because of how they are joined.
		expect(fields([person('林 晓'), person('林', '晓')])).toEqual(['people.1.name']);
	});
});

describe('opinions added up', () => {
	const score = fc.integer({ min: 1, max: 5 });
	const rating = fc.record({
		scores: fc.tuple(score, score, score, score).map((list) => list.slice(0, RATING_ITEMS.length)),
		comment: fc.constantFrom('', '好', '太快', '案例多些'),
	});

	it('are means of one decimal, from so many on that nobody is recognised', () => {
		fc.assert(
			fc.property(fc.array(rating, { maxLength: 12 }), (ratings) => {
				const { count, means, comments } = summarised(ratings);
				expect(count).toBe(ratings.length);
				if (ratings.length < RATINGS_SHOWN_FROM) {
					expect([means, comments]).toEqual([null, []]);
					return;
				}
				RATING_ITEMS.forEach((_, at) => {
					const exact = ratings.reduce((sum, { scores }) => sum + BigInt(scores[at] ?? 0) * 100n, 0n);
					const shown = BigInt(Math.round((means?.[at] ?? 0) * 100)) * BigInt(ratings.length);
					// Half a tenth away at the most.
					const away = exact > shown ? exact - shown : shown - exact;
					expect(away * 10n <= 50n * BigInt(ratings.length)).toBe(true);
				});
				expect([...comments].sort()).toEqual(comments);
				expect(comments).not.toContain('');
			}),
		);
	});

	it('are the same in whatever order they came', () => {
		fc.assert(
			fc.property(fc.array(rating, { maxLength: 8 }), (ratings) => {
				expect(summarised([...ratings].reverse())).toEqual(summarised(ratings));
			}),
		);
	});
});

describe('a question in a sheet', () => {
	const SOUND: Record<QuestionField, string> = {
		...{ kind: '单选题', text: '主动公开的期限是几个工作日？', a: '10', b: '20', c: '', d: '', e: '', f: '' },
		...{ answer: 'B', article: '26', level: '基础', why: '条例第二十六条规定为20个工作日。' },
	};
	const fields = (change: Partial<Record<QuestionField, string>>) =>
		judgeRows([{ row: 2, values: { ...SOUND, ...change } }], new Set())[0]?.issues.map(({ field }) => field);

	it('is taken as it is', () => expect(fields({})).toEqual([]));

	it.each<[Partial<Record<QuestionField, string>>, string]>([
		[{ kind: 'constructor' }, 'kind'],
		[{ kind: '' }, 'kind'],
		[{ level: '__proto__' }, 'level'],
		[{ level: '' }, 'level'],
		[{ answer: '' }, 'answer'],
		[{ answer: 'C' }, 'answer'],
		[{ answer: 'AB' }, 'answer'],
		[{ answer: '20' }, 'answer'],
		[{ article: '' }, 'article'],
		[{ article: '57' }, 'article'],
		[{ article: '0' }, 'article'],
		[{ article: '2.6' }, 'article'],
		[{ article: '-1' }, 'article'],
		[{ b: '', c: '20' }, 'options'],
		[{ a: '20' }, 'options'],
		[{ a: '长'.repeat(201) }, 'options'],
		[{ text: '？' }, 'text'],
		[{ text: '长'.repeat(501) }, 'text'],
		[{ why: '' }, 'why'],
	])('%j is refused beside %s', (change, field) => expect(fields(change)).toContain(field));

	it.each(['b', 'Ｂ', ' B ', 'B、B'])('the answer %j is B', (answer) => {
		const [row] = judgeRows([{ row: 2, values: { ...SOUND, answer } }], new Set());
		expect([row?.question.answer, row?.issues]).toEqual([[1], []]);
	});

	it('twice is twice however it is punctuated, in the sheet and in the bank', () => {
		const again = { ...SOUND, text: '主动公开的期限，是几个 工作日' };
		const rows = judgeRows(
			[
				{ row: 2, values: SOUND },
				{ row: 3, values: again },
			],
			new Set(),
		);
		expect(rows.map(({ issues }) => issues.map(({ key }) => key))).toEqual([[], ['question.twin']]);
		const known = new Set([rows[0]?.question.text.replace(/[\s\p{P}]/gu, '') ?? '']);
		expect(judgeRows([{ row: 2, values: again }], known)[0]?.issues.map(({ key }) => key)).toEqual(['question.same']);
	});

	it('never throws, and never calls sound what cannot be asked, whatever stands in its cells', () => {
		const cell = fc.oneof(
			fc.constantFrom(
				'',
				'单选题',
				'多选题',
				'判断题',
				'正确',
				'A',
				'AB',
				'26',
				'基础',
				'constructor',
				'\u0000',
				'=1+1',
			),
			fc.string({ maxLength: 8 }),
		);
		const names = Object.keys(SOUND) as QuestionField[];
		const values = fc
			.tuple(...names.map(() => cell))
			.map((cells) => Object.fromEntries(names.map((name, at) => [name, cells[at] ?? ''])));
		fc.assert(
			fc.property(values, (given) => {
				const [row] = judgeRows([{ row: 2, values: given as Record<QuestionField, string> }], new Set());
				if (!row || row.issues.length > 0) return;
				const { kind, options, answer, article, level } = row.question;
				expect(options.length).toBeGreaterThanOrEqual(2);
				expect(options.length).toBeLessThanOrEqual(OPTION_FIELDS.length);
				expect(answer.every((place) => place >= 0 && place < options.length)).toBe(true);
				expect(kind === 'multiple' ? answer.length >= 2 : answer.length === 1).toBe(true);
				expect(article >= 1 && article <= 56 && [1, 2, 3].includes(level)).toBe(true);
			}),
			{ numRuns: 400 },
		);
	});
});
