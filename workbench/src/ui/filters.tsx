import { Input, Select } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';

/** The row above a list. */
export function Filters({ children }: { children: ReactNode }) {
	return (
		<search className="gk-filters" aria-label="筛选条件">
			{children}
		</search>
	);
}

interface SearchBoxProps {
	/** What is searched: 「机关名称」. */
	label: string;
	value: string;
	onSearch: (text: string) => void;
}

/** Free text; asks with Enter, with the button and when it is cleared. */
export function SearchBox({ label, value, onSearch }: SearchBoxProps) {
	const [text, setText] = useState(value);
	// «Back» changes the address, and the box has to follow.
	useEffect(() => setText(value), [value]);
	return (
		<Input.Search
			className="gk-search"
			allowClear
			aria-label={label}
			placeholder={label}
			value={text}
			maxLength={100}
			enterButton="查询"
			onChange={({ target }) => setText(target.value)}
			onSearch={(typed) => onSearch(typed.trim())}
		/>
	);
}

interface FilterSelectProps {
	label: string;
	value: string;
	options: readonly { value: string; label: string }[];
	onChange: (value: string) => void;
}

/** One of several; empty = all, shown as its label. */
export function FilterSelect({ label, value, options, onChange }: FilterSelectProps) {
	return (
		<Select
			className="gk-filter"
			aria-label={label}
			placeholder={label}
			allowClear
			showSearch={options.length > 8 ? { optionFilterProp: 'label' } : false}
			value={value === '' ? undefined : value}
			options={[...options]}
			popupMatchSelectWidth={false}
			onChange={(next: string | undefined) => onChange(next ?? '')}
		/>
	);
}
