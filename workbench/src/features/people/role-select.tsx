import { useQuery } from '@tanstack/react-query';
import { Form, Select } from 'antd';
import { useOffices } from '../../parts/offices.tsx';
import { type RoleRow, readRoles } from './api.ts';

interface RoleSelectProps {
	id?: string;
	value?: RoleRow['role'];
	onChange?: (role: RoleRow['role']) => void;
	/** Path of the input with the office, which decides whether county roles are offered. */
	officeFrom: (string | number)[];
	/** Only these, when given. */
	among?: readonly RoleRow['role'][];
}

/** One role; those that see all offices can be held in the county office only. */
export function RoleSelect({ id, value, onChange, officeFrom, among }: RoleSelectProps) {
	const form = Form.useFormInstance();
	const officeId = Form.useWatch(officeFrom, form) as number | undefined;
	const { data: offices = [] } = useOffices();
	const { data: roles = [] } = useQuery({ queryKey: ['roles'], queryFn: readRoles, staleTime: Infinity });
	const inCounty = offices.find((office) => office.id === officeId)?.kind === 'county';
	const options = roles
		.filter(({ role, countyOnly }) => (inCounty || !countyOnly) && (!among || among.includes(role)))
		.map(({ role, label }) => ({ value: role, label }));
	return (
		<Select id={id} aria-label="角色" placeholder="请选择角色" options={options} value={value} onChange={onChange} />
	);
}
