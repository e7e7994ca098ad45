import { useQuery } from '@tanstack/react-query';
import { Alert, Flex, Progress } from 'antd';
import { useParams } from 'react-router';
import {
	DateTimeText,
	DescriptionList,
	DownloadButton,
	Loaded,
	MovesBar,
	PageHeader,
	StatusTag,
	useCommand,
} from '../../../ui/index.ts';
import { IMPORTS, type ImportAction, type ImportDetail, moveImport, readImport } from './api.ts';
import { ImportLines } from './import-lines.tsx';
import { countsText, IMPORT_LOOK, isRunning, phaseOf, totalOf } from './words.ts';

/** Asked again while it runs. */
const AGAIN_MS = 2000;

/** One batch: what was found when it was looked through, how far it is, what became of each record. */
export function ImportPage() {
	const id = Number(useParams().id);
	const query = useQuery({
		queryKey: [...IMPORTS, id],
		queryFn: () => readImport(id),
		refetchInterval: ({ state }) => (state.data && isRunning(state.data) ? AGAIN_MS : false),
	});
	return <Loaded query={query}>{(run) => <Page run={run} />}</Loaded>;
}

function Page({ run }: { run: ImportDetail }) {
	const { id, name, fileName, state, checked, imported, stopAsked } = run;
	const { run: move, busy } = useCommand((action: string) => moveImport(run, action as ImportAction), {
		refresh: [IMPORTS],
	});
	const moves = run.moves.filter(({ action }) => !(action === 'stop' && stopAsked));
	return (
		<>
			<PageHeader
				title={name}
				subtitle={fileName}
				back={{ to: '/documents/imports', label: '批量导入' }}
				tags={<StatusTag state={state} look={IMPORT_LOOK} />}
			/>
			<Note run={run} />
			<Flex gap={8} wrap className="gk-gap">
				<MovesBar moves={moves} busy={busy} questions={QUESTIONS} onMove={(action) => move(action)} />
				{state !== 'checking' && totalOf(checked) > 0 ? (
					<DownloadButton path={`/api/imports/${id}/report?phase=check`} label="下载检查结果" />
				) : null}
				{totalOf(imported) > 0 ? (
					<DownloadButton path={`/api/imports/${id}/report?phase=import`} label="下载导入结果" />
				) : null}
			</Flex>
			<Standing run={run} />
			<ImportLines
				id={id}
				phase={phaseOf(run)}
				counts={phaseOf(run) === 'check' ? checked : imported}
				running={isRunning(run)}
			/>
		</>
	);
}

const QUESTIONS = {
	start: { text: '导入后，可以公开的信息立即在网站公开，疑似含有个人信息的作为拟稿。附件在导入时检查。' },
	stop: { text: '正在写入的一批完成后停止，以后可以继续，已经导入的不会重复。' },
};

function Note({ run: { state, reason, stopAsked, newColumns, checked } }: { run: ImportDetail }) {
	if (state === 'failed') return <Alert className="gk-gap" type="error" showIcon title={reason} />;
	if (state === 'stopped')
		return <Alert className="gk-gap" type="warning" showIcon title={reason || '已经停止，可以继续导入。'} />;
	if (stopAsked) return <Alert className="gk-gap" type="info" showIcon title="正在停止：写完手上这一批就停。" />;
	if (state === 'checked')
		return (
			<Alert
				className="gk-gap"
				type={checked.refused > 0 ? 'warning' : 'success'}
				showIcon
				title={`检查了${totalOf(checked)}条，还没有写入。`}
				description={newColumns.length > 0 ? `需要新建栏目：${newColumns.join('、')}` : undefined}
			/>
		);
	return null;
}

function Standing({ run }: { run: ImportDetail }) {
	const { checked, imported, state, officeName, columnName, createdByName, createdAt } = run;
	const [total, done] = [totalOf(checked), totalOf(imported)];
	const percent = total === 0 ? 0 : Math.min(100, Math.floor((done / total) * 100));
	return (
		<section className="gk-panel" aria-live="polite">
			<h2>进度</h2>
			{state === 'importing' || state === 'stopped' ? (
				<Progress percent={percent} aria-label={`已处理${done}条，共${total}条`} format={() => `${done}/${total}`} />
			) : null}
			<DescriptionList
				items={[
					{ label: '检查', value: countsText(checked) },
					{ label: '导入', value: countsText(imported) },
					{ label: '默认机关', value: officeName || '—' },
					{ label: '默认栏目', value: columnName || '—' },
					{
						label: '上传',
						value: (
							<>
								{createdByName} <DateTimeText at={createdAt} />
							</>
						),
					},
				]}
			/>
		</section>
	);
}
