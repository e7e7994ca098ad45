import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { asProblem } from '../../../api/index.ts';
import type { Moved } from './move-calls.ts';
import { underReason } from './move-calls.ts';
import { doneWords } from './move-words.ts';

/**
 * Does a move and reads everything anew. A refusal is thrown for the dialog that asked; when somebody else was first it is
 * said above the page instead, which by then shows the new state and has no such dialog any more.
 */
export function useMove(onDone?: (action: string, moved: Moved) => void) {
	const queries = useQueryClient();
	const { message, modal } = App.useApp();
	const readAnew = () =>
		Promise.all(['documents', 'todo'].map((key) => queries.invalidateQueries({ queryKey: [key] })));
	return async (action: string, send: () => Promise<Moved>, words?: string): Promise<void> => {
		try {
			const moved = await send();
			await readAnew();
			message.success(words ?? doneWords(action, moved));
			onDone?.(action, moved);
		} catch (thrown) {
			const problem = asProblem(thrown);
			if (problem.code !== 'conflict') throw underReason(problem);
			await readAnew();
			modal.warning({ title: problem.title });
		}
	};
}
