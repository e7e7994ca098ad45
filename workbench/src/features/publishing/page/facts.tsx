import { useColumns } from '../../../parts/columns.tsx';
import { DateText, DateTimeText, DescriptionList, DueBadge, StatusTag } from '../../../ui/index.ts';
import type { DocumentDetail, Options } from '../api.ts';
import { FIELD_LABELS, labelOf } from '../editor/fields.ts';
import { VALIDITY_LOOK } from '../states.ts';

/** What the preview does not show: limit, attribute, validity, place in the catalog. */
export function Facts({ document, options }: { document: DocumentDetail; options: Options }) {
	const { content, clock, office } = document;
	const { data: columns = [] } = useColumns(office.id);
	const item = columns.find(({ kind, code }) => kind === 'item' && code === content.code);
	const ground = labelOf(options.grounds, content.ground);
	const due = clock.due ? (
		clock.runs ? (
			<DueBadge due={clock.due} daysLeft={clock.daysLeft ?? undefined} unit="个工作日" mark={clock.mark} withDay />
		) : (
			<DateText day={clock.due} />
		)
	) : null;
	return (
		<section className="gk-panel">
			<h2>公开要素</h2>
			<DescriptionList
				narrow
				items={[
					{ label: '索引号', value: document.indexNumber ?? '签发时生成' },
					{ label: '信息类型', value: labelOf(options.types, content.type) },
					{ label: '栏目', value: document.columnName },
					{ label: '成文日期', value: <DateText day={content.formedOn} /> },
					...(content.changedOn ? [{ label: '变更日期', value: <DateText day={content.changedOn} /> }] : []),
					...(content.attribute === 'active' ? [{ label: '公开期限', value: due }] : []),
					{ label: '首次公开', value: <DateTimeText at={document.firstPublishedAt} /> },
					...(document.firstPublishedAt ? [{ label: '浏览次数', value: `${document.reads}次` }] : []),
					{ label: '公开属性', value: labelOf(options.attributes, content.attribute) },
					...(ground ? [{ label: FIELD_LABELS.ground, value: `${ground}。${content.groundNote}` }] : []),
					...(document.registration ? [{ label: '统一登记', value: registrationWords(document.registration) }] : []),
					{ label: '有效性', value: <Validity document={document} /> },
					{ label: '有效期至', value: <DateText day={content.expiresOn} /> },
					{ label: '法定事项', value: item ? `${item.code} ${item.name}` : content.code },
				]}
			/>
		</section>
	);
}

function registrationWords({ kind, number, reason }: NonNullable<DocumentDetail['registration']>): string {
	return kind === 'process' ? number : `历史文件：${reason}`;
}

function Validity({ document: { validity, validityMarks } }: { document: DocumentDetail }) {
	return (
		<>
			<StatusTag state={validity} look={VALIDITY_LOOK} />
			{validityMarks.map(({ validity: marked, onDay, basis }) => (
				<div key={`${onDay} ${marked} ${basis}`} className="gk-hint">
					自<DateText day={onDay} />起{VALIDITY_LOOK[marked]?.[0]}：{basis}
				</div>
			))}
		</>
	);
}
