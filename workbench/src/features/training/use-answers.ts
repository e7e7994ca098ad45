import { useEffect, useRef, useState } from 'react';
import { asProblem } from '../../api/index.ts';
import { type Answers, keepAnswers, type Paper } from './exam-api.ts';

const DELAY_MS = 800;

/**
 * The answers of a running paper, sent after each choice once the person rests. One save at a time: the next carries the version
 * the last one answered. `settle` waits for what is on its way and answers the version to hand in with.
 */
export function useAnswers(id: number, paper: Paper) {
	const [answers, setAnswers] = useState<Answers>(paper.answers);
	const [state, setState] = useState('答案会自动保存');
	const version = useRef(paper.version);
	const latest = useRef(answers);
	const saved = useRef(JSON.stringify(paper.answers));
	const running = useRef<Promise<void>>(Promise.resolve());
	const timer = useRef(0);

	const save = async () => {
		const text = JSON.stringify(latest.current);
		if (text === saved.current) return;
		setState('正在保存…');
		try {
			const kept = await keepAnswers(id, latest.current, version.current);
			version.current = kept.version;
			saved.current = text;
			setState('已保存');
		} catch (thrown) {
			setState(`没有保存：${asProblem(thrown).title}`);
		}
	};
	const queue = async () => {
		running.current = running.current.then(save);
		await running.current;
	};
	const flush = useRef(queue);
	flush.current = queue;
	// Leaving the screen is no reason to lose the last choice.
	useEffect(
		() => () => {
			window.clearTimeout(timer.current);
			void flush.current();
		},
		[],
	);
	return {
		answers,
		state,
		answer: (key: string, chosen: number[]) => {
			latest.current = { ...latest.current, [key]: chosen };
			setAnswers(latest.current);
			window.clearTimeout(timer.current);
			timer.current = window.setTimeout(() => void queue(), DELAY_MS);
		},
		settle: () => queue().then(() => version.current),
	};
}
