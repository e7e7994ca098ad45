import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRowSheet } from '../../../platform/row-sheet.ts';
import { CHANNELS, type Channel, type EntryContent, LEVELS, type Level } from '../model.ts';
import { readTiming } from '../rules/timing.ts';
import { FIELDS } from '../standard/fields.ts';
import { ENTRY_SHEET, type EntryField, readEntryRows, writeEntrySheet } from './entry-sheet.ts';

const SOUND: Record<EntryField, string> = {
	...{ field: '社会救助', first: '最低生活保障', second: '', elements: '对象、金额', basis: '《社会救助暂行办法》' },
	...{ timing: '20个工作日内', subject: '', channels: '政府网站', audience: '', way: '', levels: '乡级', words: '' },
};
const read = (change: Partial<Record<EntryField, string>>) => {
	const [row] = readEntryRows([{ row: 2, values: { ...SOUND, ...change } }], []);
	if (!row) throw new Error('no row');
	return { ...row.content, issues: row.issues.map(({ key, field }) => `${field}: ${key}`) };
};

describe('a table as it is printed (国办发〔2019〕54号: every name behind a box, some boxes full)', () => {
	it('takes the channels that are ticked, and none that are not', () => {
		const printed =
			'■政府网站 □政府公报 □两微一端 □发布会/听证会 ■便民服务站 ■社区/企事业单位/村公示栏（电子屏） □其他';
		expect(read({ channels: printed })).toMatchObject({ channels: ['site', 'station', 'board'], issues: [] });
	});

	it('knows the other boxes people type, and line breaks within a cell', () => {
		expect(read({ channels: '☑政府网站\n☐政府公报\n√公开查阅点' }).channels).toEqual(['site', 'accessPoint']);
		expect(read({ channels: '政府网站\n政务服务中心' })).toMatchObject({
			channels: ['site', 'serviceHall'],
			issues: [],
		});
		expect(read({ channels: '政府网站 政务服务中心' }).channels).toEqual(['site', 'serviceHall']);
	});

	it('reads ticked levels, audience and way in the same manner', () => {
		expect(read({ levels: '□县级 ■乡级 ■村级' })).toMatchObject({ levels: ['township', 'village'], issues: [] });
		expect(read({ audience: '■全社会 □特定群体' })).toMatchObject({ audience: 'all', issues: [] });
		expect(read({ audience: '□全社会 ■被征收人' })).toMatchObject({ audience: 'some', audienceNote: '被征收人' });
		expect(read({ way: '□主动公开 ■依申请公开' })).toMatchObject({ way: 'request', issues: [] });
		expect(read({ way: '■主动 □依申请' })).toMatchObject({ way: 'active', issues: [] });
	});

	it('says that nothing is ticked where nothing is, instead of taking all of it', () => {
		expect(read({ channels: '□政府网站 □政府公报' }).issues).toContain('channels: entry.channels');
		expect(read({ levels: '□县级 □乡级' }).issues).toContain('levels: entry.levels');
	});
});

describe('公开时限 that is easily misread', () => {
	it.each([
		['自批准之日起一百二十日内', { kind: 'event', days: 120, unit: 'calendar' }],
		['一百零五个工作日内', { kind: 'event', days: 105, unit: 'working' }],
		['百日内', { kind: 'event', days: 100, unit: 'calendar' }],
		['十日内', { kind: 'event', days: 10, unit: 'calendar' }],
		['九十九个自然日', { kind: 'event', days: 99, unit: 'calendar' }],
		// A day of the calendar is no number of days.
		['每年3月10日前', null],
		['每年一月三十一日前公开', null],
		['自2025年6月1日起长期公开', null],
	])('%s', (text, rule) => {
		expect(readTiming(text)).toEqual(rule);
	});

	it.each(['1000个工作日内', '0个工作日内'])('%s is no limit anybody takes over', (timing) => {
		expect(read({ timing }).issues.length).toBeGreaterThan(0);
	});
});

describe('a row', () => {
	it('with blank cells has each fault beside its column', () => {
		const blank = Object.fromEntries(Object.keys(SOUND).map((field) => [field, ''])) as Record<EntryField, string>;
		expect(read(blank).issues).toEqual([
			'field: import.field',
			'timing: import.timing',
			'first: entry.first',
			'elements: entry.elements',
			'basis: entry.basis',
			'channels: entry.channels',
			'channels: entry.site',
			'levels: entry.levels',
		]);
	});

	it.each(['constructor', '__proto__', 'toString', '=1+1', '政府网站<script>', '\u0000', '😀'])(
		'with %j for a name says that it is none',
		(name) => {
			const { issues } = read({ channels: name, levels: name, way: name, field: name });
			for (const key of ['field: import.field', 'channels: import.channel', 'levels: import.level', 'way: import.way'])
				expect(issues).toContain(key);
		},
	);

	it('twice in the sheet, or in the catalog already, is said beside the second', () => {
		const rows = readEntryRows(
			[
				{ row: 2, values: SOUND },
				{ row: 3, values: { ...SOUND, elements: '别的要素' } },
				{ row: 4, values: { ...SOUND, first: '临时救助' } },
			],
			[{ field: 'F19', content: { ...read({ first: '临时救助' }) } }],
		);
		expect(rows.map(({ issues }) => issues.map(({ key }) => key))).toEqual([[], ['import.twice'], ['import.there']]);
	});
});

/** Text as people leave it in a cell: no blank at its ends or beside another, no sign of a list. */
const text = (most: number) =>
	fc
		.string({ unit: fc.constantFrom(...'公开要素甲乙丙、（）《》1a=+-@'), minLength: 1, maxLength: most })
		.filter((one) => !/^[=+\-@]/.test(one));
const content: fc.Arbitrary<EntryContent> = fc.record({
	first: text(12),
	second: fc.oneof(fc.constant(''), text(12)),
	elements: text(60),
	basis: text(30).map((one) => `《${one.replace(/[《》]/g, '')}办法》`),
	due: fc.oneof(
		fc.record({
			kind: fc.constant('event' as const),
			days: fc.integer({ min: 1, max: 20 }),
			unit: fc.constantFrom('working' as const, 'calendar' as const),
		}),
		fc.record({
			kind: fc.constant('every' as const),
			days: fc.integer({ min: 1, max: 20 }),
			period: fc.constantFrom('month' as const, 'quarter' as const, 'half' as const, 'year' as const),
		}),
		fc.constant({ kind: 'standing' as const }),
	),
	subject: text(12),
	channels: fc
		.subarray(Object.keys(CHANNELS) as Channel[])
		.map((list) => ['site' as const, ...list.filter((one) => one !== 'site')]),
	audience: fc.constant('all' as const),
	audienceNote: fc.constant(''),
	way: fc.constantFrom('active' as const, 'request' as const),
	levels: fc.subarray(Object.keys(LEVELS) as Level[], { minLength: 1 }),
	words: fc.uniqueArray(fc.string({ unit: fc.constantFrom(...'低保救助金额'), minLength: 2, maxLength: 4 }), {
		maxLength: 4,
	}),
});

describe('the table written out', () => {
	it('reads back as it was, whatever stands in it', async () => {
		const entries = fc.uniqueArray(fc.record({ field: fc.constantFrom(...FIELDS.map(({ code }) => code)), content }), {
			...{ minLength: 1, maxLength: 5 },
			selector: ({ field, content: { first, second } }) => `${field} ${first} ${second}`,
		});
		await fc.assert(
			fc.asyncProperty(entries, async (given) => {
				const exported = given.map((one) => ({ ...one, officeName: '柳溪镇人民政府', note: '' }));
				const sheet = await readRowSheet(await writeEntrySheet('公开事项', exported), ENTRY_SHEET);
				if (!sheet.ok) throw new Error(JSON.stringify(sheet));
				const back = readEntryRows(sheet.value, []);
				expect(back.flatMap(({ issues }) => issues)).toEqual([]);
				expect(back.map(({ field, content: again }) => ({ field, content: again }))).toEqual(given);
			}),
			{ numRuns: 12 },
		);
	});

	it('holds no formula, whatever the entries begin with', async () => {
		const nasty = ['=HYPERLINK("http://x")', '+1', '-2', '@SUM(A1)', '\t=1', '\r=1'];
		const exported = nasty.map((first) => ({
			field: 'F19',
			content: { ...read({}), first, elements: first, words: [first] } as EntryContent,
			...{ officeName: first, note: first },
		}));
		const book = new ExcelJS.Workbook();
		await book.xlsx.load((await writeEntrySheet('公开事项', exported)).buffer as ArrayBuffer);
		const cells: string[] = [];
		book.worksheets[0]?.eachRow((row, at) => {
			if (at > 1) row.eachCell((cell) => cells.push(cell.formula ? `FORMULA ${cell.formula}` : cell.text));
		});
		expect(cells.length).toBeGreaterThan(nasty.length * 10);
		expect(cells.filter((cell) => /^(?:FORMULA|[=+\-@\t\r])/.test(cell))).toEqual([]);
	});
});
