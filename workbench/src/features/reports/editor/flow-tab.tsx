import { useQuery } from '@tanstack/react-query';
import { Alert, Flex } from 'antd';
import {
	type Column,
	DataTable,
	DescriptionList,
	DownloadButton,
	formatDay,
	formatInstant,
	History,
} from '../../../ui/index.ts';
import { type Report, readDrift } from '../api.ts';

type Drift = Awaited<ReturnType<typeof readDrift>>['drift'][number];

const FORMATS = [
	['docx', 'Word 文档'],
	['pdf', 'PDF 文档'],
	['html', '网页'],
	['xlsx', '电子表格'],
	['csv', '数据（CSV）'],
	['json', '数据（JSON）'],
] as const;

/** The way a report has gone: signature, what changed since, files, every hand. */
export function FlowTab({ view }: { view: Report }) {
	const { report, signature, due } = view;
	return (
		<>
			<div className="gk-panel">
				<DescriptionList
					items={[
						{ label: '报送期限', value: formatDay(due.submitBy) },
						{ label: '公开期限', value: `${formatDay(due.publishBy)}${due.statutory ? '（法定）' : '（县级安排）'}` },
						{ label: '编制开始', value: `${report.createdBy}，${formatInstant(report.createdAt)}` },
						{ label: '审核', value: report.reviewedByName },
						{
							label: '签发',
							value: signature ? `${signature.personName}，${formatInstant(signature.signedAt)}` : null,
						},
						{ label: '报送', value: report.submittedAt ? formatInstant(report.submittedAt) : null },
						{ label: '公开', value: report.publishedAt ? formatInstant(report.publishedAt) : null },
						{
							label: '签发存档校验码',
							value: signature ? <code className="gk-break">{signature.sha256}</code> : null,
							wide: true,
						},
					]}
				/>
			</div>
			{view.frozen ? <DriftNote id={report.id} /> : null}
			<h2 className="gk-sub">下载</h2>
			<Flex gap={8} wrap>
				{FORMATS.map(([format, label]) => (
					<DownloadButton key={format} path={`/api/reports/${report.id}/files/${format}`} label={label} />
				))}
			</Flex>
			<Letters view={view} />
			<OtherForms view={view} />
			<h2 className="gk-sub">办理记录</h2>
			<History
				entries={view.history.map(({ at, actorName, entry, data }) => ({
					at,
					actorName,
					text: entry,
					note: typeof data.reason === 'string' ? data.reason : undefined,
				}))}
			/>
		</>
	);
}

/** 退回修改通知 of every time the county sent it back. */
function Letters({ view: { report, returns } }: { view: Report }) {
	if (returns.length === 0) return null;
	return (
		<>
			<h2 className="gk-sub">退回修改通知</h2>
			<Flex gap={8} wrap>
				{returns.flatMap(({ id, returnedAt }) =>
					(['docx', 'pdf'] as const).map((format) => (
						<DownloadButton
							key={`${id} ${format}`}
							path={`/api/reports/${report.id}/returns/${id}/${format}`}
							label={`${formatDay(returnedAt.slice(0, 10))}（${format === 'pdf' ? 'PDF 文档' : 'Word 文档'}）`}
						/>
					)),
				)}
			</Flex>
		</>
	);
}

/** The same year counted in another form, for comparison: never signed. The county's adds up reports of one form. */
function OtherForms({ view: { report } }: { view: Report }) {
	if (report.covers === 'county') return null;
	const others = (['2021', '2019', '2014'] as const).filter((form) => form !== report.form);
	return (
		<>
			<h2 className="gk-sub">按其他格式试编</h2>
			<Flex gap={8} wrap>
				{others.flatMap((form) =>
					(['docx', 'xlsx'] as const).map((format) => (
						<DownloadButton
							key={`${form} ${format}`}
							path={`/api/reports/${report.id}/forms/${form}/files/${format}`}
							label={`${form}年格式（${format === 'docx' ? 'Word 文档' : '电子表格'}）`}
						/>
					)),
				)}
			</Flex>
		</>
	);
}

const COLUMNS: readonly Column<Drift>[] = [
	{ key: 'label', title: '指标', render: ({ label }) => label },
	{ key: 'signed', title: '签发时', width: 110, render: ({ signed }) => signed ?? '—' },
	{ key: 'now', title: '现在', width: 110, render: ({ now }) => now ?? '—' },
];

/** The signed report stands; where the registers have moved on, it is said. */
function DriftNote({ id }: { id: number }) {
	const query = useQuery({ queryKey: ['reports', id, 'drift'], queryFn: () => readDrift(id) });
	if (!query.data || query.data.drift.length === 0) return null;
	return (
		<>
			<Alert
				className="gk-gap"
				type="warning"
				showIcon
				title={`签发以后有${query.data.drift.length}格的来源数据发生变化，已签发的报告不受影响。`}
			/>
			<DataTable
				label="签发后的变化"
				columns={COLUMNS}
				rows={query.data.drift}
				rowKey={({ address }) => address}
				empty={{ title: '没有变化' }}
			/>
		</>
	);
}
