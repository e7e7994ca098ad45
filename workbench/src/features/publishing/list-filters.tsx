import { Segmented } from 'antd';
import { useSession } from '../../app/session-context.tsx';
import { columnGroups } from '../../parts/column-groups.ts';
import { useColumns } from '../../parts/columns.tsx';
import { useOffices } from '../../parts/offices.tsx';
import { FilterSelect, Filters, SearchBox } from '../../ui/index.ts';
import type { Options } from './api.ts';
import type { ListFilters } from './list-query.ts';

interface ListFilterBarProps {
	filters: ListFilters;
	onChange: (change: Partial<ListFilters>) => void;
	options: Options | undefined;
}

const WHOSE = [
	{ value: '', label: '全部' },
	{ value: 'todo', label: '待我办理' },
	{ value: 'mine', label: '我起草的' },
];

/** Words, whose, column and type; the office too for those who see several. */
export function ListFilterBar({ filters, onChange, options }: ListFilterBarProps) {
	const { session } = useSession();
	const { data: offices = [] } = useOffices();
	const several = offices.length > 1;
	const officeId = Number(filters.office) || (several ? null : (session.office?.id ?? null));
	const { data: columns = [] } = useColumns(officeId);
	const choices = columnGroups(columns).flatMap((group) => group.options);
	return (
		<Filters>
			<SearchBox label="标题或索引号" value={filters.q} onSearch={(q) => onChange({ q })} />
			<Segmented
				aria-label="由谁办理"
				options={WHOSE}
				value={filters.whose}
				onChange={(whose) => onChange({ whose: String(whose) })}
			/>
			{several ? (
				<FilterSelect
					label="机关"
					value={filters.office}
					options={offices.map(({ id, shortName }) => ({ value: String(id), label: shortName }))}
					// Columns belong to one office.
					onChange={(office) => onChange({ office, column: '' })}
				/>
			) : null}
			{officeId === null ? null : (
				<FilterSelect
					label="栏目"
					value={filters.column}
					options={choices.map(({ value, label }) => ({ value: String(value), label }))}
					onChange={(column) => onChange({ column })}
				/>
			)}
			<FilterSelect
				label="信息类型"
				value={filters.type}
				options={options?.types ?? []}
				onChange={(type) => onChange({ type })}
			/>
			<FilterSelect
				label="有效性"
				value={filters.validity}
				options={options?.validities ?? []}
				onChange={(validity) => onChange({ validity })}
			/>
		</Filters>
	);
}
