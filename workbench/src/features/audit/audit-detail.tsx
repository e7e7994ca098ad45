import { type Description, DescriptionList, formatInstant, SidePanel, StatusTag } from '../../ui/index.ts';
import { type AuditEntry, OUTCOME } from './audit-page.tsx';
import { dataLines } from './data-words.ts';
import { eventTitle } from './search.ts';

/** One entry with everything that was written down about it. */
export function AuditDetail({ entry, onClose }: { entry: AuditEntry | null; onClose: () => void }) {
	return (
		<SidePanel open={entry !== null} title="操作详情" onClose={onClose}>
			{entry ? <DescriptionList items={itemsOf(entry)} narrow /> : null}
		</SidePanel>
	);
}

function itemsOf(entry: AuditEntry): Description[] {
	const more = dataLines(entry.data);
	return [
		{ label: '时间', value: formatInstant(entry.at) },
		{ label: '操作', value: eventTitle(entry.title) },
		{ label: '内容', value: entry.summary },
		{ label: '结果', value: <StatusTag state={entry.outcome} look={OUTCOME} /> },
		{ label: '操作人', value: entry.actorName },
		{ label: '机关', value: entry.officeName },
		{ label: '网络地址', value: entry.ip },
		{ label: '事件代码', value: <code>{entry.event}</code> },
		{ label: '对象编号', value: entry.subjectId === null ? null : String(entry.subjectId) },
		{
			label: '附记（原始数据）',
			value:
				more.length > 0 ? (
					<ul className="gk-plain gk-break">
						{more.map((line) => (
							<li key={line}>{line}</li>
						))}
					</ul>
				) : null,
		},
	];
}
