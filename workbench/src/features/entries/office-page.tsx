import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Flex } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { OfficeBar, type OfficeChoice, useOfficeChoice } from '../../parts/office-choice.tsx';
import {
	ConfirmReason,
	DataTable,
	DownloadButton,
	FilterSelect,
	Filters,
	Loaded,
	PageHeader,
	useCommand,
	useListParams,
} from '../../ui/index.ts';
import { type Catalog, type Entry, KEY, publishCatalog, readCatalog, useEntryOptions } from './api.ts';
import { entryColumns } from './entries-table.tsx';
import './entries.css';
import { EntryPanel } from './entry-panel.tsx';
import { matching } from './grouping.ts';
import { EntryMoves } from './moves.tsx';

/** What one office has to make public, field by field, and whether it has. */
export function OfficePage() {
	const choice = useOfficeChoice();
	const { officeId } = choice;
	const query = useQuery({ queryKey: [...KEY, 'office', officeId], queryFn: () => readCatalog(officeId) });
	const [edited, setEdited] = useState<Entry | 'new' | null>(null);
	return (
		<>
			<PageHeader
				title="公开事项"
				subtitle="26个领域中本机关应当公开的事项、期限，和已经公开的信息。"
				extra={<Links choice={choice} catalog={query.data} onAdd={() => setEdited('new')} />}
			/>
			<OfficeBar choice={choice} />
			<Loaded query={query}>{(catalog) => <CatalogBody catalog={catalog} edit={setEdited} />}</Loaded>
			<EntryPanel edited={edited} officeId={officeId} onClose={() => setEdited(null)} />
		</>
	);
}

interface LinksProps {
	choice: OfficeChoice;
	catalog: Catalog | undefined;
	onAdd: () => void;
}

function Links({ choice: { officeId, several }, catalog, onAdd }: LinksProps) {
	const search = several ? `?office=${officeId}` : '';
	return (
		<Flex gap={8} wrap>
			<Link to="/entries/standard">
				<Button>标准目录</Button>
			</Link>
			<Link to="/entries/coverage">
				<Button>各领域公开情况</Button>
			</Link>
			<DownloadButton path={`/api/offices/${officeId}/entries/sheet`} label="导出" />
			{catalog?.mayKeep ? (
				<>
					<Link to={`/entries/import${search}`}>
						<Button>导入</Button>
					</Link>
					<Button type="primary" onClick={onAdd}>
						新增事项
					</Button>
				</>
			) : null}
		</Flex>
	);
}

const NO_FILTERS = { field: '', state: '', office: '' };
const STATES = [
	{ value: 'proposed', label: '待确认' },
	{ value: 'news', label: '标准有更新' },
	{ value: 'missing', label: '应公开未公开' },
	{ value: 'late', label: '超期公开' },
	{ value: 'trimmed', label: '不适用' },
];

function CatalogBody({ catalog, edit }: { catalog: Catalog; edit: (entry: Entry) => void }) {
	const list = useListParams(NO_FILTERS);
	const { field, state } = list.filters;
	const { data: options } = useEntryOptions();
	const [keys, setKeys] = useState<(string | number)[]>([]);
	const shown = matching(catalog.entries, { field, state });
	const names = new Map((options?.fields ?? []).map(({ code, name }) => [code, name]));
	const chosen = shown.filter(({ id }) => keys.includes(id));
	return (
		<>
			<EditionNote catalog={catalog} />
			<Filters>
				<FilterSelect
					label="领域"
					value={field}
					options={(options?.fields ?? []).map(({ code, name }) => ({ value: code, label: name }))}
					onChange={(next) => list.setFilters({ field: next })}
				/>
				<FilterSelect
					label="情况"
					value={state}
					options={STATES}
					onChange={(next) => list.setFilters({ state: next })}
				/>
			</Filters>
			{catalog.mayKeep && shown.length > 0 ? (
				<Flex gap={8} wrap align="center">
					<Button onClick={() => setKeys(shown.map(({ id }) => id))}>全部勾选</Button>
					<EntryMoves chosen={chosen} onDone={() => setKeys([])} />
				</Flex>
			) : null}
			<DataTable
				label="公开事项"
				columns={entryColumns(names, catalog.office.slug, catalog.mayKeep ? edit : null)}
				rows={shown}
				rowKey={({ id }) => id}
				empty={emptyWords(catalog)}
				{...(catalog.mayKeep ? { selection: { keys, onChange: setKeys } } : {})}
			/>
		</>
	);
}

function emptyWords({ entries }: Catalog) {
	return entries.length === 0
		? { title: '目录中还没有事项', hint: '县政务公开办下达标准目录后，事项会出现在这里；也可以新增或者从表格导入。' }
		: { title: '没有符合条件的事项' };
}

/** What the public sees of this catalog, and what not yet. */
function EditionNote({ catalog }: { catalog: Catalog }) {
	const [asking, setAsking] = useState(false);
	const { office, entries, editions, hasUnpublished, mayPublish } = catalog;
	const publish = useCommand((note: string) => publishCatalog(office.id, note), {
		refresh: [KEY],
		done: ({ number }) => `事项目录第${number}版已发布。`,
	});
	const [newest] = editions;
	const proposed = entries.filter(({ standing }) => standing === 'proposed').length;
	if (entries.length === 0) return null;
	const now = newest ? `网站上是第${newest.number}版。` : '目录还没有向社会公布。';
	const open = proposed > 0 ? `有${proposed}项县级事项等待确认。` : hasUnpublished ? '有修改尚未公布。' : '';
	return (
		<>
			<Alert
				className="gk-gap ent-note"
				type={open === '' ? 'success' : 'warning'}
				showIcon
				title={
					<>
						{now}
						{open}
						{newest ? (
							<a href={`/o/${office.slug}/entries`} target="_blank" rel="noreferrer">
								查看公布的目录
							</a>
						) : null}
					</>
				}
				action={
					mayPublish && hasUnpublished ? (
						<Button type="primary" disabled={proposed > 0} onClick={() => setAsking(true)}>
							发布目录
						</Button>
					) : null
				}
			/>
			<ConfirmReason
				open={asking}
				title="发布主动公开事项目录"
				text="发布后在网站本机关栏目下显示，原来的版本保留。"
				reason="optional"
				reasonLabel="本版说明"
				okLabel="发布"
				onConfirm={async ({ reason }) => await publish.run(reason)}
				onClose={() => setAsking(false)}
			/>
		</>
	);
}
