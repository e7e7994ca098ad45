import { useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Form, Input } from 'antd';
import { ProblemError } from '../../../api/index.ts';
import { SaveBar } from '../../../parts/draft/save-bar.tsx';
import { type DraftInWork, useDraft } from '../../../parts/draft/use-draft.ts';
import { RecoveredNote } from '../../../ui/index.ts';
import { type Guide, type GuideContent, guideKey, publishGuide, saveGuide } from '../api.ts';
import { GuideConflict } from './guide-conflict.tsx';
import { guideDraft } from './guide-draft.ts';

type Draft = DraftInWork<Guide, GuideContent, GuideContent>;

/** The guide as a form that saves itself; what 条例第十二条 wants and is missing is listed, and publishing says where. */
export function GuideEditor({ guide }: { guide: Guide }) {
	const draft = useDraft(guide, guideDraft(guide.office.id));
	return (
		<>
			<RecoveredNote recovered={draft.autosave.recovered} onAnswer={draft.answerRecovered} />
			<Missing guide={guide} />
			<Form form={draft.form} name="guide" layout="vertical" initialValues={guide.content} onValuesChange={draft.typed}>
				{guide.sections.map((section) => (
					<Section key={section.title} section={section} />
				))}
			</Form>
			<Bar draft={draft} guide={guide} />
			{draft.conflict ? (
				<GuideConflict conflict={draft.conflict} onResolve={draft.resolve} onLater={draft.postpone} />
			) : null}
		</>
	);
}

function Section({ section: { title, fields } }: { section: Guide['sections'][number] }) {
	return (
		<section className="gk-panel" aria-label={title}>
			<h2>{title}</h2>
			<div className="gk-columns">
				{fields.map(({ key, label, required, lines, hint }) => (
					<Form.Item
						key={key}
						name={key}
						label={label}
						required={required}
						extra={hint || undefined}
						className={lines > 1 ? 'gk-wide' : undefined}
					>
						{lines > 1 ? <Input.TextArea maxLength={5000} autoSize={{ minRows: lines }} /> : <Input maxLength={200} />}
					</Form.Item>
				))}
			</div>
		</section>
	);
}

function Missing({ guide: { issues } }: { guide: Guide }) {
	if (issues.length === 0) return null;
	return (
		<Alert
			className="gk-gap"
			type="warning"
			showIcon
			title={`发布前还需补充${issues.length}处内容`}
			description={
				<ul className="gk-plain-list">
					{issues.map(({ key, message }) => (
						<li key={`${key} ${message}`}>{message}</li>
					))}
				</ul>
			}
		/>
	);
}

function Bar({ draft, guide }: { draft: Draft; guide: Guide }) {
	const { message } = App.useApp();
	const queries = useQueryClient();
	const officeId = guide.office.id;
	const publish = async () => {
		const found = await draft.check();
		if (found !== 'good') {
			message.warning(found === 'missing' ? '请补充标红的内容后再发布。' : '内容尚未保存到服务器，请稍候再试。');
			return;
		}
		// What the county knows of the office may be enough as it stands: then nothing has been saved yet.
		if (guide.version === 0) await saveGuide(officeId, 0, draft.content).catch(unlessSaved);
		const { number } = await publishGuide(officeId);
		await queries.invalidateQueries({ queryKey: guideKey(officeId) });
		message.success(`公开指南第${number}版已发布。`);
	};
	return (
		<SaveBar autosave={draft.autosave} onCompare={draft.reopen}>
			{(busy, run) =>
				guide.mayPublish ? (
					<Button type="primary" loading={busy} onClick={() => run(publish)}>
						发布新版
					</Button>
				) : (
					<span className="gk-hint">由本机关签发人或者县政务公开办发布</span>
				)
			}
		</SaveBar>
	);
}

/** A conflict here means that the draft has been saved meanwhile, which is all that is needed. */
function unlessSaved(thrown: unknown): void {
	if (!(thrown instanceof ProblemError) || thrown.code !== 'conflict') throw thrown;
}
