import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useSession } from '../../app/session-context.tsx';
import { type CatalogColumn, useColumns } from '../../parts/columns.tsx';
import { DataTable, Loaded, PageHeader } from '../../ui/index.ts';
import './catalog.css';
import { OfficeBar, useOfficeChoice } from '../../parts/office-choice.tsx';
import { ColumnPanel } from './column-panel.tsx';
import { catalogColumns } from './columns-table.tsx';
import { sectionsOf } from './sections.ts';

/** What an office opens and where: its columns, how often each must be updated, and what it has nothing for. */
export function ColumnsPage() {
	const { can } = useSession();
	const choice = useOfficeChoice();
	const query = useColumns(choice.officeId);
	const [edited, setEdited] = useState<CatalogColumn | 'new' | null>(null);
	const manages = can('catalog.manage');
	const add = manages ? (
		<Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setEdited('new')}>
			新增栏目
		</Button>
	) : null;
	return (
		<>
			<PageHeader
				title="公开目录"
				subtitle={manages ? '各机关的栏目和法定公开事项。' : '本机关的栏目和法定公开事项，由县政务公开办维护。'}
				extra={add}
			/>
			<OfficeBar choice={choice} />
			<Loaded query={query}>
				{(columns) =>
					sectionsOf(columns).map(({ key, title, hint, columns: rows }) => (
						<div key={key} className="cat-section">
							<h2>{title}</h2>
							<p className="gk-hint">{hint}</p>
							<DataTable
								label={title}
								columns={catalogColumns(key, choice.office?.slug ?? '', manages ? setEdited : null)}
								rows={rows}
								rowKey={({ id }) => id}
								empty={{ title: '没有栏目' }}
							/>
						</div>
					))
				}
			</Loaded>
			<ColumnPanel edited={edited} officeId={choice.officeId} onClose={() => setEdited(null)} />
		</>
	);
}
