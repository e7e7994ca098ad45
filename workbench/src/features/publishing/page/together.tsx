import { Alert, Button, Checkbox } from 'antd';
import { Link, useNavigate } from 'react-router';
import { useSession } from '../../../app/session-context.tsx';
import { DueBadge, useCommand } from '../../../ui/index.ts';
import type { DocumentDetail } from '../api.ts';
import { STATE_LOOK } from '../states.ts';
import { draftInterpretation } from './move-calls.ts';

type Companion = NonNullable<DocumentDetail['explanation']>['companions'][number];

/** Interpretations that stand where the document stands, and may go with it. */
export function companionsAt({ explanation, state }: Pick<DocumentDetail, 'explanation' | 'state'>): Companion[] {
	return (explanation?.companions ?? []).filter((one) => one.state === state);
}

interface TogetherProps {
	companions: readonly Companion[];
	value: boolean;
	onChange: (value: boolean) => void;
}

/** 同步审签: whether the interpretations go with the next step. */
export function Together({ companions, value, onChange }: TogetherProps) {
	if (companions.length === 0) return null;
	const names = companions.map(({ title }) => `《${title || '未填写标题'}》`).join('、');
	return (
		<Checkbox className="gk-gap" checked={value} onChange={({ target }) => onChange(target.checked)}>
			同步审签：同时办理解读稿{names}（提交、校对、保密审查、签发、发布和退回）
		</Checkbox>
	);
}

const BEFORE = ['draft', 'proofreading', 'secrecyReview', 'referred', 'signOff', 'signedOff', 'scheduled'];

/** A policy and its interpretation: who is with it, who is missing, and until when. */
export function ExplanationNote({ document }: { document: DocumentDetail }) {
	const { id, explanation, office, state } = document;
	const { session, can } = useSession();
	const navigate = useNavigate();
	const begin = useCommand(() => draftInterpretation(id), {
		refresh: [['documents'], ['todo']],
		onDone: (made) => void navigate(`/documents/${made.id}/edit`),
	});
	if (!explanation || explanation.published > 0) return null;
	const { companions, due, late } = explanation;
	if (companions.length > 0)
		return (
			<Alert
				className="gk-gap"
				type={late ? 'error' : 'info'}
				showIcon
				title={<Limit due={due} words="解读稿正在办理" />}
				description={companions.map((one) => (
					<div key={one.id}>
						<Link to={`/documents/${one.id}`}>{one.title || '（未填写标题）'}</Link>　{STATE_LOOK[one.state]?.[0]}
					</div>
				))}
			/>
		);
	if (due === null && !BEFORE.includes(state)) return null;
	const mayBegin = office.id === session.office?.id && can('document.draft');
	return (
		<Alert
			className="gk-gap"
			type={late ? 'error' : 'warning'}
			showIcon
			title={<Limit due={due} words="还没有解读稿" />}
			description="政策文件与解读同步起草、同步审签、同步发布；解读最迟在县里约定的期限内发布，没有约定的为文件发布后3个工作日。"
			action={
				mayBegin ? (
					<Button size="small" loading={begin.busy} onClick={() => void begin.run()}>
						起草解读
					</Button>
				) : undefined
			}
		/>
	);
}

function Limit({ due, words }: { due: string | null; words: string }) {
	return (
		<>
			{words}
			{due ? (
				<>
					，应当发布： <DueBadge due={due} withDay />
				</>
			) : null}
		</>
	);
}
