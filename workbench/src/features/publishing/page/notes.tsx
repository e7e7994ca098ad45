import { Alert } from 'antd';
import { Link } from 'react-router';
import { DateTimeText, DueBadge } from '../../../ui/index.ts';
import type { DocumentDetail } from '../api.ts';
import { HintList } from './hint-list.tsx';
import { MaskButton } from './mask-button.tsx';
import { MaskFiles } from './mask-files.tsx';
import { PersonalList } from './personal-list.tsx';
import { RegistrationNote } from './registration-note.tsx';
import { ExplanationNote } from './together.tsx';
import { UnreadList } from './unread-list.tsx';

/** What the reader of a document has to know before anything else. */
export function Notes({ document }: { document: DocumentDetail }) {
	const { state, personal, unread, hints, content, publishAt } = document;
	const decided = ['published', 'withdrawn', 'discarded'].includes(state);
	return (
		<>
			<Withdrawn document={document} />
			<OlderEdition document={document} />
			<SentBack document={document} />
			{state === 'scheduled' ? (
				<Alert
					className="gk-gap"
					type="info"
					showIcon
					title={
						<>
							将于 <DateTimeText at={publishAt} /> 自动发布。
						</>
					}
				/>
			) : null}
			<Owed document={document} />
			<RegistrationNote document={document} />
			<ExplanationNote document={document} />
			<Missing document={document} />
			{!decided && content.attribute === 'active' && personal.length > 0 ? <PersonalList personal={personal} /> : null}
			{!decided && content.attribute === 'active' && unread.length > 0 ? <UnreadList unread={unread} /> : null}
			{!decided && hints.length > 0 ? <HintList hints={hints} /> : null}
			<MaskButton document={document} />
			<MaskFiles document={document} />
		</>
	);
}

function Withdrawn({ document: { state, withdrawnAt, withdrawReason } }: { document: DocumentDetail }) {
	if (state !== 'withdrawn') return null;
	return (
		<Alert
			className="gk-gap"
			type="error"
			showIcon
			title={
				<>
					已于 <DateTimeText at={withdrawnAt} /> 从网站撤下
				</>
			}
			description={`理由：${withdrawReason}`}
		/>
	);
}

/** Went out without proofreading: read it, and until when. */
function Owed({ document: { owed } }: { document: DocumentDetail }) {
	if (!owed) return null;
	return (
		<Alert
			className="gk-gap"
			type={owed.late ? 'error' : 'warning'}
			showIcon
			title={
				<>
					紧急发布，未经校对，应当由另一人补审： <DueBadge due={owed.due} mark={owed.mark} withDay />
				</>
			}
		/>
	);
}

function OlderEdition({ document: { id, live, state, edition } }: { document: DocumentDetail }) {
	if (!live || state === 'published') return null;
	return (
		<Alert
			className="gk-gap"
			type="info"
			showIcon
			title={`正在办理第${edition}版；上一版仍在网站公开。`}
			action={
				<a href={`/d/${id}`} target="_blank" rel="noreferrer">
					在网站查看
				</a>
			}
		/>
	);
}

/** Words of whoever sent it back, for those who mend it. */
function SentBack({ document: { state, steps } }: { document: DocumentDetail }) {
	const last = steps.at(-1);
	if (state !== 'draft' || last?.action !== 'sendBack') return null;
	return (
		<Alert className="gk-gap" type="warning" showIcon title={`${last.actorName}退回修改`} description={last.comment} />
	);
}

function Missing({ document: { id, state, missing, mayEdit } }: { document: DocumentDetail }) {
	if (state !== 'draft' || missing.length === 0) return null;
	return (
		<Alert
			className="gk-gap"
			type="warning"
			showIcon
			title={`提交前还需补充${missing.length}处内容`}
			description={
				<ul className="gk-plain-list">
					{missing.map(({ key, message }) => (
						<li key={`${key} ${message}`}>{message}</li>
					))}
				</ul>
			}
			action={mayEdit ? <Link to={`/documents/${id}/edit`}>去补充</Link> : undefined}
		/>
	);
}
