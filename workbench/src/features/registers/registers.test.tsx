import { describe, expect, it } from 'vitest';
import type { Session } from '../../api/index.ts';
import { render, sessionOf, textOf } from '../../testing/render.tsx';
import type { Entry, Total } from './api.ts';
import { EntriesPage } from './entries-page.tsx';
import { EntryForm, givenFields } from './entry-form.tsx';
import { ImportPage } from './import-page.tsx';
import {
	CLERK,
	DELIVERY,
	entryOf,
	GROUPS,
	LICENSE,
	MOVES,
	STAFF,
	totalOf,
	townshipSession,
} from './registers.setup.ts';
import { TotalsPage } from './totals-page.tsx';

const KINDS = [['register-kinds'], GROUPS] as const;

describe('the registers of a year', () => {
	function shown(totals: Total[], at = '/registers', session: Session = townshipSession(CLERK)): string {
		const answer = { year: 2025, officeId: 2, totals };
		const data = [KINDS, [['registers', 'totals', 2025, null], answer], [['offices', 'all'], []]] as const;
		return render(<TotalsPage />, { at, session, data });
	}

	it('begin with the year whose report is being made', () => {
		expect(textOf(shown([]))).toContain('2025年');
		const summer = render(<TotalsPage />, {
			session: townshipSession(CLERK, '2026-06-01'),
			data: [KINDS, [['registers', 'totals', 2026, null], { year: 2026, officeId: 2, totals: [] }]],
		});
		expect(textOf(summer)).toContain('2026年');
	});

	it('say what is counted, with its particulars', () => {
		const text = textOf(
			shown([totalOf('delivery', { quantity: '40', entries: 1, choices: { 'carrier=paper': '40' } })]),
		);
		expect(text).toContain('40 条');
		expect(text).toContain('纸质文件 40，电子文件 0');
		expect(text).toContain('已登记');
	});

	it('say on what ground a register is zero', () => {
		const zero = { id: 3, basis: '经核对行政许可案卷，没有发生。' };
		const text = textOf(shown([totalOf('license', { quantity: '0', entries: 1, zero })]));
		expect(text).toContain('0 件');
		expect(text).toContain('零报告');
		expect(text).toContain('经核对行政许可案卷，没有发生。');
	});

	it('miss what the report needs sooner than the rest', () => {
		const text = textOf(shown([totalOf('license'), totalOf('delivery')]));
		expect(text).toContain('年报待登记');
		expect(text.match(/尚未登记/g)?.length).toBeGreaterThan(1);
	});

	it('can be looked at for the report alone', () => {
		const text = textOf(shown([], '/registers?only=report'));
		expect(text).toContain('行政许可处理决定');
		expect(text).not.toContain('专职工作人员');
	});

	it('offer a zero report where nothing is written and the year is nearly over', () => {
		expect(shown([totalOf('license')])).toMatch(/<button[^>]*>.*?零报告/s);
		const early = render(<TotalsPage />, {
			at: '/registers?year=2026',
			session: townshipSession(CLERK, '2026-06-01'),
			data: [KINDS, [['registers', 'totals', 2026, null], { year: 2026, officeId: 2, totals: [totalOf('license')] }]],
		});
		expect(textOf(early)).not.toContain('零报告');
	});

	it('are only read by whoever may not write', () => {
		const text = textOf(shown([totalOf('license')], '/registers', townshipSession(['register.read'])));
		expect(text).not.toContain('零报告');
		expect(text).toContain('查看');
	});

	it('of another office lead on to that office’s lines', () => {
		const officer = sessionOf({ today: '2026-01-12', permissions: ['register.read', 'report.accept'] });
		const markup = render(<TotalsPage />, {
			at: '/registers?office=2',
			session: officer,
			data: [
				KINDS,
				[['registers', 'totals', 2025, 2], { year: 2025, officeId: 2, totals: [] }],
				[['offices', 'all'], []],
			],
		});
		expect(markup).toContain('/registers/license?year=2025&amp;office=2');
	});
});

describe('one register', () => {
	function shown(
		rows: Entry[],
		options: { at?: string; session?: Session; total?: Total; all?: boolean } = {},
	): string {
		const {
			at = '/registers/license?year=2025',
			session = townshipSession(CLERK),
			total = totalOf('license'),
			all = false,
		} = options;
		const asked = { kind: 'license', year: 2025, officeId: null, all, page: 1, pageSize: 20 };
		return render(<EntriesPage />, {
			at,
			path: '/registers/:kind',
			session,
			data: [
				KINDS,
				[['registers', 'entries', asked], { rows, total: rows.length }],
				[['registers', 'totals', 2025, null], { year: 2025, officeId: 2, totals: [total] }],
			],
		});
	}

	it('lists its lines with day, amount, content and hand', () => {
		const text = textOf(shown([entryOf({ note: '含补办2件', evidence: 2 })]));
		for (const words of ['2025年4月5日', '9 件', '农村宅基地批准；含补办2件', '2 份', '林晓', '有效'])
			expect(text).toContain(words);
	});

	it('shows a zero report as what it is', () => {
		const text = textOf(shown([entryOf({ entryType: 'zero', quantity: '0', fields: {}, note: '经核对案卷。' })]));
		expect(text).toContain('零报告');
		expect(text).toContain('经核对案卷。');
	});

	it('marks what was struck out or replaced', () => {
		const rows = [
			entryOf({ state: 'void', voidReason: '重复' }),
			entryOf({ id: 12, state: 'corrected', correctedBy: 13 }),
		];
		const text = textOf(shown(rows, { at: '/registers/license?year=2025&all=yes', all: true }));
		expect(text).toContain('已作废');
		expect(text).toContain('已更正');
	});

	it('says what its year comes to, and what counts as one', () => {
		const text = textOf(shown([], { total: totalOf('license', { quantity: '20', entries: 2 }) }));
		expect(text).toContain('2025年合计：20 件');
		expect(text).toContain('以本机关名义作出的处理决定');
	});

	it('without lines says what to do instead', () => {
		expect(textOf(shown([]))).toContain('全年没有发生的，请作零报告');
	});

	it('offers writing, importing and a zero report to those who keep it', () => {
		const text = textOf(shown([]));
		for (const words of ['导出', '从表格导入', '零报告', '登记']) expect(text).toContain(words);
		const reader = textOf(shown([], { session: townshipSession(['register.read']) }));
		expect(reader).toContain('导出');
		expect(reader).not.toContain('从表格导入');
	});

	it('offers no zero report once something is written', () => {
		const text = textOf(shown([entryOf()], { total: totalOf('license', { quantity: '9', entries: 1 }) }));
		expect(text.replaceAll('请作零报告', '')).not.toContain('零报告');
	});

	it('that is not in the catalogue says so', () => {
		const markup = render(<EntriesPage />, { at: '/registers/nothing', path: '/registers/:kind', data: [KINDS] });
		expect(textOf(markup)).toContain('没有这种台账');
	});
});

describe('the form of a line', () => {
	const shown = (kind = LICENSE, correcting?: Entry) =>
		render(<EntryForm kind={kind} correcting={correcting} onSend={async () => {}} />);

	it('asks for day and amount in the unit of the register', () => {
		const text = textOf(shown());
		expect(text).toContain('日期');
		expect(text).toContain('数量');
		expect(text).toContain('件');
		expect(text).not.toContain('更正理由');
	});

	it('asks of a stock for the day of the change and the new total', () => {
		const text = textOf(shown(STAFF));
		expect(text).toContain('自何日起');
		expect(text).toContain('变化后的总数');
	});

	it('lets one choose where there is a list', () => {
		expect(shown(DELIVERY)).toContain('请选择');
	});

	it('of a correction begins with what stands there, and asks why', () => {
		const markup = shown(LICENSE, entryOf());
		expect(markup).toContain('value="9"');
		expect(markup).toContain('value="农村宅基地批准"');
		expect(textOf(markup)).toContain('更正理由');
		expect(textOf(markup)).toContain('保存更正');
	});

	it('sends no empty particulars', () => {
		expect(givenFields({ day: '', quantity: '', fields: { a: '', b: undefined, c: '0', d: 0 } })).toEqual({
			c: '0',
			d: 0,
		});
		expect(givenFields({ day: '', quantity: '' })).toEqual({});
	});
});

describe('importing', () => {
	const shown = (kind: string) =>
		textOf(render(<ImportPage />, { at: `/registers/${kind}/import`, path: '/registers/:kind/import', data: [KINDS] }));

	it('begins with the template and waits for a file', () => {
		const text = shown('delivery');
		expect(text).toContain('从表格导入：向查阅场所报送信息');
		expect(text).toContain('下载模板');
		expect(text).toContain('一次最多2000行');
	});

	it('of a register that is not there says so', () => {
		expect(shown('nothing')).toContain('没有这种台账');
	});
});

it('the moves of a line are those the server sent', () => {
	expect(MOVES.map((move) => move.action)).toEqual(['correct', 'void']);
});
