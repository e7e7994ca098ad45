import type { Todo } from '../../app/feature.ts';
import { type RoundRow, readRounds } from './api.ts';

/** Rounds that wait for somebody: an evaluator's work, an office's days to appeal, the county's next step. */
export async function loadTodo(): Promise<readonly Todo[]> {
	const { rows } = await readRounds();
	return rows.flatMap((row) => {
		const action = waitsFor(row);
		if (action === null) return [];
		const due = row.part === 'office' && row.appealUntil ? { due: row.appealUntil } : {};
		return [{ key: String(row.id), title: row.title, action, path: `/evaluation/rounds/${row.id}`, ...due }];
	});
}

function waitsFor({ part, state }: RoundRow): string | null {
	if (part === 'evaluator') return state === 'scoring' ? '检查取证' : null;
	if (part === 'office') return state === 'appeal' ? '查看扣分，可以申诉' : null;
	return state === 'published' || state === 'draft' ? null : WAITING[state];
}

const WAITING = { scoring: '评估中', appeal: '处理申诉', closed: '决定是否公布' } as const;
