import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { render, textOf } from '../../../testing/render.tsx';
import { cellOf, OFFERS, sectionOf } from '../reports.setup.ts';
import { CellForm } from './cell-form.tsx';
import { SectionEditor } from './section-editor.tsx';

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
	) => render(<SectionEditor reportId={2} section={sectionOf(n, { content })} offers={OFFERS} onClose={() => {}} />);
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
				<SectionEditor reportId={2} section={sectionOf(5)} offers={{ ...OFFERS, lastYear: null }} onClose={() => {}} />,
			),
		);
		expect(text).not.toContain('上年报告的问题');
	});
});
