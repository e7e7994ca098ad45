import { Button, Input, Select } from 'antd';
import { Children, type ReactNode, useEffect, useState } from 'react';
import { usePhone } from './use-phone.ts';

/** The row above a list. On a phone the first condition stays, the others open with a button. */
export function Filters({ children }: { children: ReactNode }) {
	const phone = usePhone();
	const [open, setOpen] = useState(false);
	const all = Children.toArray(children);
	const folded = phone && all.length > 2;
	return (
		<search className="gk-filters" aria-label="筛选条件">
			{folded && !open ? all[0] : all}
			{folded ? (
				<Button block aria-expanded={open} onClick={() => setOpen(!open)}>
					{open ? '收起筛选条件' : '更多筛选条件'}
				</Button>
			) : null}
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
