import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { readExplainable } from '../api.ts';

interface ExplainedSelectProps {
	id?: string;
	value?: number | null;
	onChange?: (value: number | null) => void;
	officeId: number;
}

/** The document an interpretation explains, found by part of its title or number. */
export function ExplainedSelect({ id, value, onChange, officeId }: ExplainedSelectProps) {
	const [q, setQ] = useState('');
	const found = useQuery({
		queryKey: ['explainable', officeId, q],
		queryFn: () => readExplainable({ officeId, q }),
		placeholderData: keepPreviousData,
	});
	const chosen = useQuery({
		queryKey: ['explainable', officeId, 'one', value],
		queryFn: () => readExplainable({ officeId, id: value ?? 0 }),
		enabled: value != null,
	});
	const all = [...(chosen.data ?? []), ...(found.data ?? []).filter((one) => one.id !== value)];
	return (
		<Select
			id={id}
			allowClear
			showSearch={{ filterOption: false, onSearch: setQ }}
			placeholder="输入标题或者文号查找"
			value={value ?? undefined}
			loading={found.isFetching}
			notFoundContent="没有找到政策文件"
			options={all.map((one) => ({
				value: one.id,
				label: `${one.title}${one.documentNumber ? `（${one.documentNumber}）` : ''}${one.live ? '' : '，尚未公开'}`,
			}))}
			onChange={(next) => onChange?.(next ?? null)}
		/>
	);
}
