import { addressInfo, type Finding, layoutsOf, type Report, type TableForm } from 'annual-report';
import type { Issue } from '../../../kernel/issue.ts';
import {
	Button,
	ErrorSummary,
	FileField,
	Notice,
	PageHead,
	Section,
	SummaryList,
} from '../../../portal/components/index.ts';
import { TABLE_NAMES } from '../messages.zh.ts';
import type { AuditedPart } from '../reader/thread.ts';
import { OfficialTable } from './official-table.tsx';
import { PhoneList } from './phone-list.tsx';

const ACCEPT = '.docx,.doc,.wps,.rtf,.pdf,.ofd,.xlsx,.html,.htm,.txt,.md,.zip';
const SEVERITIES = { error: '错误', warning: '疑点', info: '提示' } as const;
/** Blank and zero are two things: a cell that holds no figure says what it holds instead. */
const STATES = { blank: '空白', dash: '零值符号', unreadable: '无法辨认', absent: '文件中没有' } as const;
const MOST_SHOWN = 20;

/** A form for one file. It works without script; nothing of the file is kept. */
export function VerifyForm({ issues }: { issues: readonly Issue[] }) {
	return (
		<>
			<PageHead
				title="年度报告核验"
				lead="上传一份政府信息公开工作年度报告，即可查看其中的表格数据、勾稽关系和正文与表格不一致之处。"
			/>
			<ErrorSummary issues={issues} />
			<form className="form" method="post" action="/verify" encType="multipart/form-data" noValidate>
				<FileField
					name="file"
					label="年度报告文件"
					required
					accept={ACCEPT}
					hint="Word、WPS、PDF、OFD、Excel、网页或者文本，也可以是zip压缩包，不超过10 MB。"
					error={issues.find(({ field }) => field === 'file')?.message}
				/>
				<p className="button-row">
					<Button>核验</Button>
				</p>
			</form>
			<Notice>
				本页不保存您上传的文件和核验结果，离开后即无法再次查看。核验依据全国统一的报告格式自动完成，仅供参考。
			</Notice>
		</>
	);
}

export function VerifyResult({ parts }: { parts: readonly AuditedPart[] }) {
	const shown = parts.slice(0, MOST_SHOWN);
	return (
		<>
			<PageHead title="核验结果" lead="本页内容没有保存，需要留存的请打印。" />
			{parts.length > MOST_SHOWN ? (
				<Notice>
					共{parts.length}份，以下显示前{MOST_SHOWN}份。
				</Notice>
			) : null}
			{shown.map((part) => (
				<Part key={part.fileName} part={part} />
			))}
			<p className="no-print">
				<a href="/verify">核验另一份报告</a>
			</p>
		</>
	);
}

function Part({ part: { fileName, answer, findings, notChecked } }: { part: AuditedPart }) {
	if ('failure' in answer) {
		return (
			<Section title={fileName}>
				<Notice kind="warning" title={answer.failure} />
			</Section>
		);
	}
	const { report } = answer;
	return (
		<>
			<Section title={report.title || fileName}>
				<SummaryList rows={facts(fileName, report, findings)} />
			</Section>
			<Findings findings={findings} />
			{report.form === 'none' ? null : <Tables form={report.form} report={report} />}
			{notChecked.length > 0 ? (
				<Section title="未能核对的事项">
					<ul>
						{notChecked.map(({ rule, reason }) => (
							<li key={`${rule} ${reason}`}>{reason}</li>
						))}
					</ul>
				</Section>
			) : null}
		</>
	);
}

function facts(fileName: string, report: Report, findings: readonly Finding[]) {
	const errors = findings.filter(({ severity }) => severity === 'error').length;
	const states = Object.entries(STATES).flatMap(([state, name]) => {
		const count = Object.values(report.cells).filter((cell) => cell.state === state).length;
		return count > 0 ? [`${name}${count}格`] : [];
	});
	return [
		{ label: '文件', value: fileName },
		{ label: '机关', value: report.organ ?? '未能识别' },
		{ label: '年度', value: report.year === null ? '未能识别' : `${report.year}年` },
		{ label: '格式', value: report.form === 'none' ? '没有全国统一的表格' : `${report.form}年格式` },
		...(states.length > 0 ? [{ label: '没有数字的单元格', value: states.join('，') }] : []),
		{ label: '问题', value: `错误${errors}处，疑点和提示${findings.length - errors}处` },
	];
}

function Findings({ findings }: { findings: readonly Finding[] }) {
	const order = Object.keys(SEVERITIES);
	const sorted = [...findings].sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
	return (
		<Section title="发现的问题">
			{sorted.length === 0 ? <p>没有发现问题。</p> : null}
			<ol>
				{sorted.map(({ rule, severity, message, basis, cells }) => (
					<li key={`${rule} ${cells.join(' ')} ${message}`}>
						<strong>{SEVERITIES[severity]}</strong>　{message}
						{basis ? `（${basis}）` : ''}
					</li>
				))}
			</ol>
		</Section>
	);
}

function Tables({ form, report }: { form: TableForm; report: Report }) {
	return (
		<>
			{layoutsOf(form).map((layout) => (
				<Section key={layout.key} title={TABLE_NAMES[layout.key]}>
					<div className="report-document">
						<div className="article">
							<OfficialTable layout={layout} title={TABLE_NAMES[layout.key]} cells={report.cells} />
							<PhoneList table={layout.key} form={form} cells={report.cells} />
						</div>
					</div>
					<Unread form={form} report={report} table={layout.key} />
				</Section>
			))}
		</>
	);
}

/** Cells that could not be read are named, never shown as zero. */
function Unread({ form, report, table }: { form: TableForm; report: Report; table: string }) {
	const cells = Object.entries(report.cells).filter(
		([address, { state }]) => state === 'unreadable' && (table === 'stat' || address.startsWith(`${table}.`)),
	);
	if (cells.length === 0) return null;
	return (
		<p>
			无法辨认：
			{cells.map(([address, { raw }]) => `${addressInfo(address, form)?.label ?? address}（原文“${raw}”）`).join('，')}
		</p>
	);
}
