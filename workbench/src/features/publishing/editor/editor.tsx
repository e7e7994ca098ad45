import { Alert, App, Button, Form, Grid } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { asProblem } from '../../../api/index.ts';
import { DueBadge, PageHeader, RecoveredNote, SaveNote, StatusTag } from '../../../ui/index.ts';
import type { DocumentDetail, Options } from '../api.ts';
import { STATE_LOOK } from '../states.ts';
import { ConflictDialog } from './conflict-dialog.tsx';
import { MainFields } from './main-fields.tsx';
import { MetaFields } from './meta-fields.tsx';
import { type DraftInWork, useDraft } from './use-draft.ts';
import { valuesOf } from './values.ts';

interface EditorProps {
	document: DocumentDetail;
	options: Options;
}

/** The form of a draft: it saves itself, and is handed on from the page on which it can be read as it will be shown. */
export function Editor({ document, options }: EditorProps) {
	const draft = useDraft(document);
	const { clock, edition, state } = document;
	return (
		<>
			<PageHeader
				title={draft.content.title || '编写'}
				subtitle={edition > 1 ? `第${edition}版；上一版在本版发布前保持不变。` : undefined}
				tags={
					<>
						<StatusTag state={state} look={STATE_LOOK} />
						{clock.runs ? (
							<DueBadge due={clock.due} daysLeft={clock.daysLeft ?? undefined} unit="个工作日" mark={clock.mark} />
						) : null}
					</>
				}
				back={{ to: '/documents', label: '信息发布' }}
			/>
			<RecoveredNote recovered={draft.autosave.recovered} onAnswer={draft.answerRecovered} />
			<Rest messages={draft.rest} />
			<Form
				name="document"
				form={draft.form}
				layout="vertical"
				className="pub-write"
				initialValues={valuesOf(document.content)}
				onValuesChange={draft.typed}
			>
				<MainFields document={document} />
				<MetaFields document={document} options={options} />
			</Form>
			<Bar draft={draft} id={document.id} />
			{draft.conflict ? (
				<ConflictDialog
					conflict={draft.conflict}
					options={options}
					onResolve={draft.resolve}
					onLater={draft.postpone}
				/>
			) : null}
		</>
	);
}

function Rest({ messages }: { messages: readonly string[] }) {
	if (messages.length === 0) return null;
	return <Alert className="gk-gap" type="warning" showIcon title={messages.join('')} />;
}

/** What has happened to the text, and the way on; always in sight. */
function Bar({ draft, id }: { draft: DraftInWork; id: number }) {
	const navigate = useNavigate();
	const { message } = App.useApp();
	const phone = !Grid.useBreakpoint().md;
	const [busy, setBusy] = useState(false);
	const leave = async (checked: boolean) => {
		setBusy(true);
		try {
			const good = checked ? await draft.check() : await draft.autosave.flush();
			if (good) await navigate(`/documents/${id}`);
			else
				message.warning(
					checked && draft.autosave.state !== 'refused'
						? '请补充标红的内容后再提交。'
						: '内容尚未保存到服务器，请稍候再试。',
				);
		} catch (thrown) {
			message.error(asProblem(thrown).title);
		} finally {
			setBusy(false);
		}
	};
	const { state, savedAt, problem } = draft.autosave;
	return (
		<div className="pub-bar">
			<SaveNote state={state} savedAt={savedAt} problem={problem} />
			<span className="gk-grow" />
			{problem?.code === 'conflict' ? <Button onClick={draft.reopen}>比较两份内容</Button> : null}
			<Button disabled={busy} onClick={() => void leave(false)}>
				预览
			</Button>
			<Button type="primary" loading={busy} onClick={() => void leave(true)}>
				{phone ? '提交' : '检查并提交'}
			</Button>
		</div>
	);
}
