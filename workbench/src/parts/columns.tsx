import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { type Answer, api, dataOf } from '../api/index.ts';
import { columnGroups } from './column-groups.ts';

export type CatalogColumn = Answer<'/api/columns'>[number];

/** The columns of one office, closed ones too; few enough to be read whole. `null` reads nothing yet. */
export function useColumns(officeId: number | null) {
	return useQuery({
		queryKey: ['columns', officeId],
		queryFn: () => dataOf(api.GET('/api/columns', { params: { query: officeId === null ? {} : { officeId } } })),
		enabled: officeId !== null,
		staleTime: 60_000,
	});
}

interface ColumnSelectProps {
	officeId: number;
	id?: string;
	value?: number | null;
	/** `null` only with `allowClear`. */
	onChange?: (columnId: number | null) => void;
	allowClear?: boolean;
}

/** A column that takes documents; works as the input of a Form.Item. */
export function ColumnSelect({ officeId, id, value, onChange, allowClear = false }: ColumnSelectProps) {
	const { data = [], isPending } = useColumns(officeId);
	const current = data.find((column) => column.id === value);
	const open = data.filter((column) => column.takesDocuments);
	// A column that was closed meanwhile is still named, so that its number is never shown.
	const shown = current && !current.takesDocuments ? [current, ...open] : open;
	return (
		<Select
			id={id}
			className="gk-full"
			aria-label="栏目"
			placeholder="请选择栏目"
			loading={isPending}
			showSearch={{ optionFilterProp: 'label' }}
			options={columnGroups(shown)}
			value={isPending ? undefined : (value ?? undefined)}
			allowClear={allowClear}
			onChange={(next: number | undefined) => onChange?.(next ?? null)}
		/>
	);
}
