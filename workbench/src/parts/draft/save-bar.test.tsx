import { describe, expect, it } from 'vitest';
import { ProblemError } from '../../api/index.ts';
import { render, textOf } from '../../testing/render.tsx';
import type { UseAutosave } from '../../ui/index.ts';
import { SaveBar } from './save-bar.tsx';

const autosave = (change: Partial<UseAutosave<string>> = {}): UseAutosave<string> => ({
	state: 'saved',
	savedAt: null,
	problem: null,
	recovered: null,
	answerRecovered: () => {},
	flush: async () => true,
	forget: () => {},
	...change,
});
const bar = (change: Partial<UseAutosave<string>> = {}) =>
	textOf(
		render(
			<SaveBar autosave={autosave(change)} onCompare={() => {}}>
				{(busy) => <button type="button">{busy ? '正在办理' : '提交'}</button>}
			</SaveBar>,
		),
	);

describe('the bar of an editor', () => {
	it('shows the way on and says nothing before anything was typed', () => {
		expect(bar()).toBe('提交');
	});

	it('tells what has become of the text', () => {
		expect(bar({ savedAt: new Date('2026-06-01T01:05:00Z') })).toBe('已于09:05保存 提交');
		expect(bar({ state: 'offline' })).toContain('内容已暂存在本机');
	});

	it('offers to compare when somebody else has saved, and only then', () => {
		const refused = (code: string) =>
			new ProblemError({ title: '苏禾已保存了本稿的其他修改。', status: 409, code, issues: [] });
		expect(bar({ state: 'refused', problem: refused('conflict') })).toContain('比较两份内容');
		expect(bar({ state: 'refused', problem: refused('invalid') })).not.toContain('比较两份内容');
	});
});
