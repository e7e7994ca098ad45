import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { render, textOf } from '../../../testing/render.tsx';
import { cellOf, OFFERS, recordsOf, sectionOf } from '../reports.setup.ts';
import { CellForm } from './cell-form.tsx';
import { SectionEditor } from './section-editor.tsx';
import { UnitFigures } from './unit-figures.tsx';

describe('giving a cell by hand', () => {
	const shown = (change: Parameters<typeof cellOf>[1]) =>
		textOf(render(<CellForm reportId={2} cell={cellOf('t2.fee.wan', change)} />));

	it('asks for the source where nothing is counted', () => {
		const text = shown({ value: null, computed: null, source: null });
		expect(text).toContain('填报数据');
		expect(text).toContain('数据来源');
		expect(text).not.toContain('修改理由');
	});

	it('keeps the form shut over a computed figure until it is wanted', () => {
		const text = shown({ value: 3, computed: 3 });
		expect(text).toBe('修改系统数据');
	});

	it('over a figure given by hand asks for the reason and offers the way back', () => {
		const hand = { name: '林晓', at: '2026-01-12T02:00:00Z', ground: '纸质档案' };
		const text = shown({ value: 5, computed: 3, source: 'override', hand });
		expect(text).toContain('修改理由');
		expect(text).toContain('恢复系统数据');
	});

	it('of an entered figure offers the way back too', () => {
		const hand = { name: '林晓', at: '2026-01-12T02:00:00Z', ground: '财政年报' };
		expect(shown({ value: 1, computed: null, source: 'entered', hand })).toContain('恢复系统数据');
	});
});

/** Drafts are kept in the browser; here there is none, so that one is lent. */
function storage(): Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'> {
	const kept = new Map<string, string>();
	return {
		getItem: (key) => kept.get(key) ?? null,
		setItem: (key, value) => void kept.set(key, value),
		removeItem: (key) => void kept.delete(key),
		key: (i) => [...kept.keys()][i] ?? null,
		get length() {
			return kept.size;
		},
	};
}

describe('writing a section', () => {
	beforeEach(() => {
		vi.stubGlobal('window', { localStorage: storage() });
	});
	afterEach(() => {
		vi.unstubAllGlobals();
	});

	const markup = (
		n: number,
		content: { text: string; problems?: { problem: string; measure: string }[] } = { text: '' },
	) =>
		render(
			<SectionEditor
				report={{ id: 2, year: 2025 }}
				section={sectionOf(n, { content })}
				offers={OFFERS}
				onClose={() => {}}
			/>,
		);
	const shown = (...given: Parameters<typeof markup>) => textOf(markup(...given));

	it('begins with what is saved', () => {
		expect(markup(1, { text: '全年公开{{published}}条。' })).toContain('全年公开{{published}}条。');
	});

	it('offers the paragraphs of its own section with today’s figures', () => {
		const text = shown(1);
		expect(text).toContain('全年公开12条。');
		expect(text).toContain('引用「主动公开」');
		expect(text).not.toContain('信息处理费');
		expect(shown(6)).toContain('收费通知0件。');
	});

	it('warns of references without a figure', () => {
		expect(shown(1, { text: '开会{{register.meeting}}次，公开{{published}}条' })).toContain(
			'引用的数据尚无数字：台账：会议',
		);
		expect(shown(1, { text: '公开{{published}}条' })).not.toContain('尚无数字');
	});

	it('five has problems with their measures, and last year’s beside them', () => {
		const text = shown(5, { text: '', problems: [{ problem: '更新慢。', measure: '每季自查。' }] });
		expect(text).toContain('问题1');
		expect(text).toContain('改进措施');
		expect(text).toContain('更新慢。');
		expect(text).toContain('增加一个问题');
		expect(text).toContain('上年报告的问题和改进措施');
		expect(text).toContain('1.栏目更新慢。');
	});

	it('no other section has problems', () => {
		expect(shown(1)).not.toContain('增加一个问题');
		expect(shown(1)).not.toContain('上年报告的问题');
	});

	it('of five without last year’s report says nothing of it', () => {
		const text = textOf(
			render(
				<SectionEditor
					report={{ id: 2, year: 2025 }}
					section={sectionOf(5)}
					offers={{ ...OFFERS, lastYear: null }}
					onClose={() => {}}
				/>,
			),
		);
		expect(text).not.toContain('上年报告的问题');
	});
});

describe('a cell of the county’s report', () => {
	const cell = { ...cellOf('t2.license.decisions', { value: 19 }), madeUpOf: { own: 0, units: [] } };
	const units = [
		{ officeId: 3, officeName: '柳溪镇人民政府', value: 7, joint: 0, note: '', reportId: 5 },
		{ officeId: 4, officeName: '石桥镇人民政府', value: null, joint: 0, note: '', reportId: null },
	];
	const shown = (change: Partial<typeof cell> = {}, editable = true) => {
		const found = { ...recordsOf({ ...cell, ...change }), units };
		return textOf(render(<UnitFigures reportId={2} found={found} editable={editable} />));
	};

	it('is told office by office; a blank is no zero', () => {
		const text = shown();
		expect(text).toContain('本级0，各机关2份报告');
		expect(text).toContain('柳溪镇人民政府 7');
		expect(text).toContain('石桥镇人民政府（导入） 没有填数');
		expect(text).toContain('核减重复');
	});

	it('can be reduced only while the report is written, and never in a sum of the form', () => {
		expect(shown({}, false)).not.toContain('核减重复');
		expect(shown({ total: true })).not.toContain('核减重复');
	});

	it('of an office’s own report has no such part', () => {
		const found = recordsOf(cellOf('t2.license.decisions', { value: 3 }));
		expect(textOf(render(<UnitFigures reportId={2} found={found} editable />))).toBe('');
	});
});
