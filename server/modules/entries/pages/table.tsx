import { civilDay } from '../../../platform/clock.ts';
import { TableWrapper } from '../../../portal/components/index.ts';
import type { Office } from '../../offices/index.ts';
import { entryTitle, TRIMS } from '../model.ts';
import type { ShownEntry } from '../queries/public.ts';
import { tenColumns } from '../sheets/entry-sheet.ts';

function State({ office, entry }: { office: Office; entry: ShownEntry }) {
	if (entry.trim !== null) {
		const note = entry.reason === '' || entry.reason === TRIMS[entry.trim] ? '' : `：${entry.reason}`;
		return `${TRIMS[entry.trim]}${note}`;
	}
	const [newest] = entry.documents;
	if (!newest) return '暂无信息';
	return (
		<>
			<a href={`/o/${office.slug}/entries/${entry.entryId}`}>{`${entry.documents.length} 条`}</a>
			{`，最近 ${civilDay(newest.publishedAt)}`}
		</>
	);
}

/** Entries with all the ten columns of the table, those of one kind together; on a phone one entry below the other. */
export function EntryTable({
	caption,
	office,
	entries,
}: {
	caption: string;
	office: Office;
	entries: readonly ShownEntry[];
}) {
	return (
		<TableWrapper caption={caption} stack>
			<thead>
				<tr>
					<th scope="col">公开事项和内容（要素）</th>
					<th scope="col">公开依据</th>
					<th scope="col">公开时限</th>
					<th scope="col">公开主体、渠道和载体</th>
					<th scope="col">公开对象、方式、层级</th>
					<th scope="col">公开情况</th>
				</tr>
			</thead>
			<tbody>
				{entries.map((entry) => (
					<Row key={entry.entryId} office={office} entry={entry} />
				))}
			</tbody>
		</TableWrapper>
	);
}

function Row({ office, entry }: { office: Office; entry: ShownEntry }) {
	const [, , elements, basis, timing, subject, channels, audience, way, levels] = tenColumns(
		entry.content,
		office.name,
	);
	return (
		<tr>
			<td>
				<strong>{entryTitle(entry.content)}</strong>
				<br />
				{elements}
			</td>
			<td data-label="公开依据：">{basis}</td>
			<td data-label="公开时限：">{timing}</td>
			<td data-label="公开主体、渠道和载体：">
				{subject}；{channels}
			</td>
			<td data-label="公开对象、方式、层级：">
				{audience}；{way}；{levels}
			</td>
			<td data-label="公开情况：">
				<State office={office} entry={entry} />
			</td>
		</tr>
	);
}
