import { App, Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { asProblem } from '../../api/index.ts';
import { SaveNote, type UseAutosave } from '../../ui/index.ts';
import './save-bar.css';

interface SaveBarProps<C> {
	autosave: UseAutosave<C>;
	/** Opens the comparison again after it was put off. */
	onCompare: () => void;
	/** The buttons; `run` carries out one of them at a time and says why it failed. */
	children: (busy: boolean, run: (work: () => Promise<unknown>) => void) => ReactNode;
}

/** What has happened to the text, and the way on; always in sight at the foot of the window. */
export function SaveBar<C>({ autosave: { state, savedAt, problem }, onCompare, children }: SaveBarProps<C>) {
	const { modal } = App.useApp();
	const [busy, setBusy] = useState(false);
	const run = async (work: () => Promise<unknown>) => {
		setBusy(true);
		try {
			await work();
		} catch (thrown) {
			modal.warning({ title: asProblem(thrown).title });
		} finally {
			setBusy(false);
		}
	};
	return (
		<div className="gk-bar">
			<SaveNote state={state} savedAt={savedAt} problem={problem} />
			<span className="gk-grow" />
			{problem?.code === 'conflict' ? <Button onClick={onCompare}>比较两份内容</Button> : null}
			{children(busy, (work) => void run(work))}
		</div>
	);
}
