import { Alert, App, Button, Form } from 'antd';
import { useNavigate } from 'react-router';
import { SaveBar } from '../../../parts/draft/save-bar.tsx';
import { type DraftInWork, useDraft } from '../../../parts/draft/use-draft.ts';
import { DueBadge, PageHeader, RecoveredNote, StatusTag } from '../../../ui/index.ts';
import type { Content, DocumentDetail, Options } from '../api.ts';
import { STATE_LOOK } from '../states.ts';
import { ConflictDialog } from './conflict-dialog.tsx';
import { documentDraft } from './draft-kind.ts';
import { MainFields } from './main-fields.tsx';
import { MetaFields } from './meta-fields.tsx';
import { type EditorValues, valuesOf } from './values.ts';

type Draft = DraftInWork<DocumentDetail, Content, EditorValues>;

interface EditorProps {
	document: DocumentDetail;
	options: Options;
}

/** The form of a draft: it saves itself, and is handed on from the page on which it can be read as it will be shown. */
export function Editor({ document, options }: EditorProps) {
	const draft = useDraft(document, documentDraft(document.id));
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
				<MetaFields document={document} options={options} onTaken={draft.typed} />
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

function Bar({ draft, id }: { draft: Draft; id: number }) {
	const navigate = useNavigate();
	const { message } = App.useApp();
	const read = () => navigate(`/documents/${id}`);
	const preview = async () => {
		if (await draft.autosave.flush()) await read();
		else message.warning(NOT_SAVED);
	};
	const submit = async () => {
		const found = await draft.check();
		if (found === 'good') await read();
		else message.warning(found === 'missing' ? '请补充标红的内容后再提交。' : NOT_SAVED);
	};
	return (
		<SaveBar autosave={draft.autosave} onCompare={draft.reopen}>
			{(busy, run) => (
				<>
					<Button disabled={busy} onClick={() => run(preview)}>
						预览
					</Button>
					<Button type="primary" loading={busy} onClick={() => run(submit)}>
						检查并提交
					</Button>
				</>
			)}
		</SaveBar>
	);
}

const NOT_SAVED = '内容尚未保存到服务器，请稍候再试。';
