import { App } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { asProblem } from '../../../api/index.ts';
import { MovesBar } from '../../../ui/index.ts';
import type { DocumentDetail, Options } from '../api.ts';
import { ExtendDialog } from './extend-dialog.tsx';
import { SIMPLE } from './move-calls.ts';
import { buttonsOf, type FormMove, formMove, QUESTIONS } from './move-words.ts';
import { OpinionDialog } from './opinion-dialog.tsx';
import { ReleaseDialog } from './release-dialog.tsx';
import { SecrecyPanel } from './secrecy-panel.tsx';
import { SignOffPanel } from './sign-off-panel.tsx';
import { companionsAt, Together } from './together.tsx';
import { useMove } from './use-move.ts';
import { ValidityDialog } from './validity-dialog.tsx';

interface MovesProps {
	document: DocumentDetail;
	options: Options;
}

/** What may be done with a document now, with the forms that some moves ask for. */
export function Moves({ document, options }: MovesProps) {
	const { id, moves } = document;
	const navigate = useNavigate();
	const { modal } = App.useApp();
	const [form, setForm] = useState<FormMove | null>(null);
	const [busy, setBusy] = useState(false);
	const [joined, setJoined] = useState(true);
	const beside = companionsAt(document);
	const together = joined && beside.length > 0;
	const move = useMove((action) => {
		// Whoever takes it back to the desk wants to write.
		if (action === 'amend' || action === 'recall') void navigate(`/documents/${id}/edit`);
	});
	const act = async (action: string, reason: string) => {
		const opens = formMove(action);
		if (opens) return setForm(opens);
		const send = SIMPLE[action];
		if (!send) return;
		if (QUESTIONS[action]) return await move(action, () => send(id, reason, together));
		setBusy(true);
		await move(action, () => send(id, reason, together)).catch((thrown: unknown) => {
			const { title, issues } = asProblem(thrown);
			const others = issues.map((issue) => issue.message).filter((text) => text !== title);
			modal.warning({ title, content: others.join('') || undefined });
		});
		setBusy(false);
	};
	const close = () => setForm(null);
	// Somebody else was first: the move is gone, and the form that would make it goes with it.
	const shown = form && moves.some(({ action }) => action === form) ? form : null;
	return (
		<>
			<Together companions={beside} value={joined} onChange={setJoined} />
			<MovesBar moves={buttonsOf(moves)} onMove={act} questions={QUESTIONS} busy={busy} />
			<SecrecyPanel
				document={document}
				options={options}
				together={together}
				open={shown === 'passSecrecy'}
				onClose={close}
			/>
			<OpinionDialog document={document} options={options} open={shown === 'giveOpinion'} onClose={close} />
			<SignOffPanel document={document} together={together} open={shown === 'signOff'} onClose={close} />
			<ReleaseDialog
				document={document}
				together={together}
				way={shown === 'publish' || shown === 'schedule' ? shown : null}
				onClose={close}
			/>
			<ExtendDialog document={document} open={shown === 'extendTerm'} onClose={close} />
			<ValidityDialog document={document} options={options} open={shown === 'markValidity'} onClose={close} />
		</>
	);
}
