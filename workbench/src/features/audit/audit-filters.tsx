import { useQuery } from '@tanstack/react-query';
import { api, dataOf } from '../../api/index.ts';
import { useOffices } from '../../parts/offices.tsx';
import { type DayRange, DayRangeInput, FilterSelect, Filters, SearchBox } from '../../ui/index.ts';
import { type AuditFilters, eventTitle } from './search.ts';

interface AuditFilterBarProps {
	filters: AuditFilters;
	onChange: (change: Partial<AuditFilters>) => void;
}

/** What the trail can be asked for. */
export function AuditFilterBar({ filters, onChange }: AuditFilterBarProps) {
	const offices = useOffices().data ?? [];
	const { data: choices } = useQuery({
		queryKey: ['audit', 'choices'],
		queryFn: () => dataOf(api.GET('/api/audit/choices')),
		staleTime: 300_000,
	});
	const range: DayRange | null = filters.from && filters.until ? [filters.from, filters.until] : null;
	return (
		<Filters>
			<SearchBox label="内容" value={filters.text} onSearch={(text) => onChange({ text })} />
			<SearchBox label="操作人" value={filters.who} onSearch={(who) => onChange({ who })} />
			<FilterSelect
				label="全部机关"
				value={filters.officeId}
				options={offices.map(({ id, name }) => ({ value: String(id), label: name }))}
				onChange={(officeId) => onChange({ officeId })}
			/>
			<FilterSelect
				label="全部操作"
				value={filters.event}
				options={(choices?.events ?? []).map(({ event, title }) => ({ value: event, label: eventTitle(title) }))}
				onChange={(event) => onChange({ event })}
			/>
			<FilterSelect
				label="全部结果"
				value={filters.outcome}
				options={[
					{ value: 'done', label: '完成' },
					{ value: 'refused', label: '被拒绝' },
					{ value: 'failed', label: '失败' },
				]}
				onChange={(outcome) => onChange({ outcome })}
			/>
			<div className="gk-filter-days">
				<DayRangeInput
					label="起止日期"
					value={range}
					onChange={(next) => onChange({ from: next?.[0] ?? '', until: next?.[1] ?? '' })}
				/>
			</div>
		</Filters>
	);
}
