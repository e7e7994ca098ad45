import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { type Answer, api, dataOf } from '../api/index.ts';

export type Office = Answer<'/api/offices'>['offices'][number];

/** The offices the person may see, merged ones too; few enough to be read whole and kept for a while. */
export function useOffices() {
	return useQuery({
		queryKey: ['offices', 'all'],
		queryFn: async () => (await dataOf(api.GET('/api/offices'))).offices,
		staleTime: 60_000,
	});
}

interface OfficeSelectProps {
	id?: string;
	value?: number | null;
	onChange?: (officeId: number | null) => void;
	label?: string;
	/** Offices that cannot be chosen. */
	without?: readonly number[];
	kinds?: readonly string[];
	allowClear?: boolean;
	disabled?: boolean;
}

/** One active office by name; works as the input of a Form.Item. */
export function OfficeSelect(props: OfficeSelectProps) {
	const { id, value, onChange, label = '机关', without = [], kinds, allowClear = false, disabled } = props;
	const { data = [], isPending } = useOffices();
	const options = data
		.filter((office) => office.status === 'active' && !without.includes(office.id))
		.filter((office) => !kinds || kinds.includes(office.kind))
		.map((office) => ({ value: office.id, label: office.name }));
	return (
		<Select
			id={id}
			className="gk-full"
			aria-label={label}
			placeholder="请选择机关"
			loading={isPending}
			disabled={disabled}
			allowClear={allowClear}
			showSearch={{ optionFilterProp: 'label' }}
			options={options}
			value={value ?? undefined}
			onChange={(next: number | undefined) => onChange?.(next ?? null)}
		/>
	);
}
