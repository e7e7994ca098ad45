import { layoutsOf, type TableKey } from 'annual-report';
import type { RenderSection } from 'annual-report/render';
import { civilDay } from '../../../platform/clock.ts';
import { Notice } from '../../../portal/components/index.ts';
import { TABLE_NAMES } from '../messages.zh.ts';
import type { ReportForm } from '../model.ts';
import type { PublicReport } from '../queries/published.ts';
import type { SnapshotModel } from '../snapshot/model.ts';
import { REPORT_FORMATS, type ReportFormat } from '../store/tables.ts';
import { OfficialTable } from './official-table.tsx';
import { PhoneList } from './phone-list.tsx';

const FORMAT_NAMES: Readonly<Record<ReportFormat, string>> = {
	html: '网页（HTML）',
	docx: 'Word 文档（DOCX）',
	pdf: '版式文档（PDF）',
	xlsx: '电子表格（XLSX）',
	csv: '数据（CSV）',
	json: '数据（JSON）',
};

/** A published report: its words, its tables, its files. `base` is the address of the page. */
export function ReportBody({ found, base }: { found: PublicReport; base: string }) {
	const { model, edition } = found;
	return (
		<div className="document report-document">
			<h1 className="document-title">{model.title}</h1>
			<p className="document-line">
				<span>发布机关：{model.officeName}</span>
				<span>
					发布日期：<time dateTime={civilDay(edition.publishedAt)}>{civilDay(edition.publishedAt)}</time>
				</span>
			</p>
			<Corrections found={found} />
			<div className="article">
				{numbered(model.document.preface).map(({ key, text }) => (
					<p key={key}>{text}</p>
				))}
				{model.document.sections.flatMap((section) => sectionParts(section, model))}
				<p className="report-signature">{model.officeName}</p>
				<p className="report-signature">{printedDay(model.signedOn)}</p>
			</div>
			<Files found={found} base={base} />
		</div>
	);
}

/** Sections lie flat in the article, as the rest of the site's documents do. */
function sectionParts(section: RenderSection, model: SnapshotModel) {
	const name = `${section.ordinal}${section.heading}`;
	const Heading = section.level === 1 ? 'h2' : 'h3';
	const parts = [
		<Heading key={name}>{name}</Heading>,
		...numbered(section.paragraphs).map(({ key, text }) => <p key={`${name} ${key}`}>{text}</p>),
	];
	return section.table ? [...parts, <Table key={`${name} table`} table={section.table} model={model} />] : parts;
}

/** Two paragraphs of a report may be alike word for word. */
function numbered(texts: readonly string[]): { key: string; text: string }[] {
	return texts.map((text, i) => ({ key: `p${i + 1}`, text }));
}

function Table({ table, model }: { table: TableKey; model: SnapshotModel }) {
	const form: ReportForm = model.form;
	const layout = layoutsOf(form).find((one) => one.key === table);
	if (!layout) return null;
	const { cells } = model.document;
	return (
		<>
			<OfficialTable layout={layout} title={TABLE_NAMES[table]} cells={cells} />
			<PhoneList table={table} form={form} cells={cells} />
		</>
	);
}

function Corrections({ found: { edition, earlier } }: { found: PublicReport }) {
	if (edition.edition === 1) return null;
	const days = earlier.map((older) => civilDay(older.publishedAt)).join('、');
	return (
		<Notice kind="warning" title="本报告为更正版">
			<p>更正原因：{edition.correctionReason}</p>
			<p>此前版本发布日期：{days}。</p>
		</Notice>
	);
}

function Files({ found: { files }, base }: { found: PublicReport; base: string }) {
	const offered = REPORT_FORMATS.filter((format) => files.some((file) => file.format === format));
	return (
		<div className="attachments no-print">
			<h2>下载</h2>
			<ul className="report-files">
				{offered.map((format) => (
					<li key={format}>
						<a href={`${base}/report.${format}`}>{FORMAT_NAMES[format]}</a>
					</li>
				))}
			</ul>
		</div>
	);
}

function printedDay(day: string): string {
	const [year, month, date] = day.split('-').map(Number);
	return `${year}年${month}月${date}日`;
}
