import { type QueryKey, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useRef, useState } from 'react';
import { asProblem, type ProblemError } from '../api/index.ts';

export interface CommandOptions<R> {
	/** What is said when it worked: 「已保存」. */
	done?: string | ((result: R) => string);
	/** Lists and cases to read anew afterwards, by the beginning of their keys. */
	refresh?: readonly QueryKey[];
	onDone?: (result: R) => void;
	/** Shows the refusal in a place of its own; without it a dialog does. */
	onRefused?: (problem: ProblemError) => void;
}

export interface Command<A extends unknown[], R> {
	/** Undefined when it was refused; the reason has been shown. */
	run(...args: A): Promise<R | undefined>;
	busy: boolean;
}

/**
 * A button's work: runs once at a time, says how it went, and reads the lists anew. When somebody else was first
 * (`conflict`), the lists are read too, so that the screen shows what is.
 */
export function useCommand<A extends unknown[], R>(
	work: (...args: A) => Promise<R>,
	{ done, refresh = [], onDone, onRefused }: CommandOptions<R> = {},
): Command<A, R> {
	const queries = useQueryClient();
	const { message, modal } = App.useApp();
	const [busy, setBusy] = useState(false);
	const running = useRef(false);
	const readAnew = () => Promise.all(refresh.map((queryKey) => queries.invalidateQueries({ queryKey })));
	const run = async (...args: A): Promise<R | undefined> => {
		if (running.current) return undefined;
		running.current = true;
		setBusy(true);
		try {
			const result = await work(...args);
			await readAnew();
			if (done) message.success(typeof done === 'string' ? done : done(result));
			onDone?.(result);
			return result;
		} catch (thrown) {
			const problem = asProblem(thrown);
			if (problem.code === 'conflict') await readAnew();
			if (problem.code === 'cancelled') return undefined;
			if (onRefused) {
				onRefused(problem);
				return undefined;
			}
			const others = problem.issues.map((issue) => issue.message).filter((text) => text !== problem.title);
			modal.warning({ title: problem.title, content: others.join('') || undefined });
			return undefined;
		} finally {
			running.current = false;
			setBusy(false);
		}
	};
	return { run, busy };
}
